package org.customerfocus.customer.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.importing.CustomerImportMapping.ConstantField;
import org.customerfocus.customer.importing.CustomerImportMapping.MappedColumn;

/// Whether a mapping fits what its rows can say, and a header fits the mapping.
final class MappingCheck {

  private MappingCheck() {}

  /// What is wrong with the mapping; pointers start at it.
  static List<FieldError> faults(RowShape shape, CustomerImportMapping mapping) {
    List<FieldError> faults = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<MappedColumn> columns = mapping.columns() == null ? List.of() : mapping.columns();
    for (int i = 0; i < columns.size(); i++) {
      String at = "/columns/%d/field".formatted(i);
      check(faults, shape, columns.get(i).field(), at);
      if (seen.putIfAbsent(columns.get(i).field(), i) != null) {
        faults.add(FieldError.at(at, "is mapped twice"));
      }
    }
    List<ConstantField> constants = mapping.constantList();
    for (int i = 0; i < constants.size(); i++) {
      check(faults, shape, constants.get(i).field(), "/constants/%d/field".formatted(i));
    }
    return faults;
  }

  private static void check(List<FieldError> faults, RowShape shape, String field, String at) {
    String fault = shape.fault(FieldPath.of(field));
    if (fault != null) {
      faults.add(FieldError.at(at, fault));
    }
  }

  /// What the header lacks; pointers start at the mapping.
  static List<FieldError> faults(
      RowShape shape, List<String> header, CustomerImportMapping mapping) {
    List<FieldError> faults = new ArrayList<>();
    if (mapping.identity() != null && mapping.identity().column() != null) {
      checkColumn(faults, header, mapping.identity().column(), "/identity/column");
    }
    List<MappedColumn> columns = CsvRows.columns(header, mapping);
    boolean mapped = mapping.columns() != null;
    for (int i = 0; i < columns.size(); i++) {
      String at = mapped ? "/columns/%d/column".formatted(i) : "/columns";
      checkColumn(faults, header, columns.get(i).column(), at);
      String fault = mapped ? null : shape.fault(FieldPath.of(columns.get(i).field()));
      if (fault != null) {
        faults.add(
            FieldError.at(
                at,
                "The column \"%s\" names no field and no mapping says what it is: it %s."
                    .formatted(columns.get(i).column(), fault)));
      }
    }
    return faults;
  }

  private static void checkColumn(
      List<FieldError> faults, List<String> header, String column, String at) {
    long found = header.stream().filter(column.strip()::equals).count();
    if (found != 1) {
      faults.add(
          FieldError.at(
              at,
              found == 0
                  ? "The file has no column \"" + column + "\"; it has " + named(header) + "."
                  : "The file has " + found + " columns \"" + column + "\": rename all but one."));
    }
  }

  private static String named(List<String> header) {
    String all = String.join(", ", header);
    return all.length() <= 300 ? all : all.substring(0, 300) + "…";
  }
}
