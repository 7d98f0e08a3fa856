package org.customerfocus.conventions.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.rule.Rule.Comparison;

/// The values of a comparison, read as the type of its field.
public final class Operands {

  private Operands() {}

  /// @param pointer to the comparison, for what is wrong with it
  /// @throws RuleFault when the type has no such comparison or a value is none of it
  public static List<Object> of(
      Comparison comparison, Class<?> type, Moment moment, String pointer) {
    Operator operator = comparison.operator();
    if (operator.ordered() && !Values.ordered(type)) {
      throw new RuleFault(
          pointer + "/operator",
          "compares %s by order, which it has not".formatted(comparison.field()));
    }
    if (operator.positive() == Operator.BEGINS_WITH && type != String.class) {
      throw new RuleFault(
          pointer + "/operator",
          "compares %s by its beginning, which only text has".formatted(comparison.field()));
    }
    List<Object> operands = new ArrayList<>();
    for (int i = 0; i < comparison.values().size(); i++) {
      String at = operator.positive() == Operator.IN ? "/values/" + i : "/value";
      operands.add(read(comparison, type, comparison.values().get(i), moment, pointer + at));
    }
    return operands;
  }

  private static Object read(
      Comparison comparison, Class<?> type, String text, Moment moment, String pointer) {
    try {
      if (type == LocalDate.class && Moment.isPeriod(text)) {
        return moment.date(text);
      }
      if (type == Instant.class && Moment.isPeriod(text)) {
        return moment.instant(text);
      }
      return Values.read(type, text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new RuleFault(
          pointer,
          "has a value for %s that is no %s".formatted(comparison.field(), Values.name(type)));
    }
  }
}
