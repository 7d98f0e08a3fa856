package org.customerfocus.customer.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a row.
///
/// @param field the path of the field, absent when the row as a whole is wrong
/// @param column the column that carries it, in a CSV file
@Schema(description = "One thing that is wrong with a row, and the way out.")
record RowFault(
    @Schema(description = "The path of the field; absent when it is the row as a whole.")
        @Nullable String field,
    @Schema(description = "The column that carries the field, in a CSV file.")
        @Nullable String column,
    String detail) {

  static RowFault ofRow(String detail) {
    return new RowFault(null, null, detail);
  }

  static RowFault at(String field, String detail) {
    return new RowFault(field, null, detail);
  }

  String text() {
    String where = column != null ? column : field;
    return where == null ? detail : where + ": " + detail;
  }
}
