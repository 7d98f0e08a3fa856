package org.customerfocus.customer.privacy;

import java.util.List;

/// What the erasure has to know of a table.
///
/// @param columns those that may hold something personal
record PersonalTable(String name, List<Column> columns) {

  /// A column with free text, JSON or bytes.
  ///
  /// @param type as the database names it, such as `text`, `jsonb`, `text[]`
  record Column(String name, String type, boolean nullable) {

    /// What the column is set to when its row stays.
    String blank() {
      if (nullable) {
        return "NULL";
      }
      return switch (type) {
        case "jsonb", "json" -> "'{}'";
        case "bytea" -> "''";
        default -> type.endsWith("[]") ? "'{}'" : "'%s'".formatted(ErasureRules.ERASED);
      };
    }
  }
}
