package org.customerfocus.survey.feedbackimport;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.survey.feedbackimport.FeedbackMapping.FeedbackFieldSource;

/// What is wrong with a mapping, by itself and for a header.
final class MappingFaults {

  private MappingFaults() {}

  static List<FieldError> of(FeedbackMapping mapping) {
    List<FieldError> faults = new ArrayList<>();
    Set<FeedbackField> seen = EnumSet.noneOf(FeedbackField.class);
    for (int i = 0; i < mapping.fields().size(); i++) {
      FeedbackFieldSource each = mapping.fields().get(i);
      String pointer = "/mapping/fields/" + i;
      if (!seen.add(each.field())) {
        faults.add(FieldError.at(pointer + "/field", "is mapped twice"));
      }
      if (each.columns() == null && each.value() == null) {
        faults.add(FieldError.at(pointer + "/columns", "name columns, a value or both"));
      }
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < mapping.attributeList().size(); i++) {
      if (!keys.add(mapping.attributeList().get(i).key())) {
        faults.add(FieldError.at("/mapping/attributes/%d/key".formatted(i), "is mapped twice"));
      }
    }
    for (FeedbackField needed : List.of(FeedbackField.FORM, FeedbackField.CHANNEL)) {
      if (!seen.contains(needed)) {
        faults.add(
            FieldError.at(
                "/mapping/fields",
                "map %s: to a column, or give it one value".formatted(needed.wire())));
      }
    }
    if (!seen.contains(FeedbackField.SUBJECT) && !seen.contains(FeedbackField.TEXT)) {
      faults.add(FieldError.at("/mapping/fields", "map subject, text or both"));
    }
    try {
      Moments.of(mapping.zone(), null);
    } catch (DateTimeException e) {
      faults.add(FieldError.at("/mapping/zone", "is no IANA time zone such as Europe/Berlin"));
    }
    try {
      Moments.of(null, mapping.dateFormat());
    } catch (IllegalArgumentException e) {
      faults.add(FieldError.at("/mapping/dateFormat", "is no pattern such as dd-MM-yyyy"));
    }
    return faults;
  }

  /// The columns that the header does not have once.
  static List<FieldError> of(FeedbackMapping mapping, List<String> header) {
    List<FieldError> faults = new ArrayList<>();
    if (mapping.identity() != null) {
      check(faults, header, mapping.identity().column(), "/mapping/identity/column");
    }
    for (int i = 0; i < mapping.fields().size(); i++) {
      List<String> columns = mapping.fields().get(i).columnList();
      for (int j = 0; j < columns.size(); j++) {
        check(faults, header, columns.get(j), "/mapping/fields/%d/columns/%d".formatted(i, j));
      }
    }
    for (int i = 0; i < mapping.attributeList().size(); i++) {
      check(
          faults,
          header,
          mapping.attributeList().get(i).column(),
          "/mapping/attributes/%d/column".formatted(i));
    }
    return faults;
  }

  private static void check(
      List<FieldError> faults, List<String> header, String column, String pointer) {
    long times = header.stream().filter(column.strip()::equals).count();
    if (times != 1) {
      faults.add(
          FieldError.at(
              pointer,
              times == 0
                  ? "The file has no column \"%s\".".formatted(column)
                  : "The file has the column \"%s\" %d times.".formatted(column, times)));
    }
  }
}
