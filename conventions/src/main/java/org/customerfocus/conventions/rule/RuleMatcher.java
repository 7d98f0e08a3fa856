package org.customerfocus.conventions.rule;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.jspecify.annotations.Nullable;

/// Matches rules in memory, with the meaning that the compiled query has in the database.
public final class RuleMatcher {

  /// What is matched: the values that a field has. A field of the thing itself has one, which may
  /// be null; a field over a relation has as many as there are related rows.
  @FunctionalInterface
  public interface Values {
    List<? extends @Nullable Object> of(String field);
  }

  private final Function<String, @Nullable Class<?>> types;
  private final Moment moment;

  private RuleMatcher(Function<String, @Nullable Class<?>> types, Moment moment) {
    this.types = types;
    this.moment = moment;
  }

  /// Prepares a rule, so that its values are read once for all that is matched.
  ///
  /// @param types of the fields by name; null where there is no such field
  /// @throws RuleFault at what the fields do not allow
  public static Predicate<Values> of(
      Rule rule, Function<String, @Nullable Class<?>> types, Moment moment) {
    Rule.check(rule);
    return new RuleMatcher(types, moment).predicate(rule, "");
  }

  private Predicate<Values> predicate(Rule rule, String pointer) {
    return switch (rule) {
      case Group group -> group(group, pointer);
      case Comparison comparison -> comparison(comparison, pointer);
    };
  }

  private Predicate<Values> group(Group group, String pointer) {
    boolean and = group.combinator() == Combinator.AND;
    Predicate<Values> all = values -> and;
    for (int i = 0; i < group.rules().size(); i++) {
      Predicate<Values> each = predicate(group.rules().get(i), pointer + "/rules/" + i);
      all = and ? all.and(each) : all.or(each);
    }
    return group.not() ? all.negate() : all;
  }

  private Predicate<Values> comparison(Comparison comparison, String pointer) {
    String field = comparison.field();
    Class<?> type = types.apply(field);
    if (type == null) {
      throw new RuleFault(pointer + "/field", "names the unknown field %s".formatted(field));
    }
    List<Object> operands = Operands.of(comparison, type, moment, pointer);
    Operator operator = comparison.operator();
    Predicate<Object> one = value -> meets(operator.positive(), value, operands);
    Predicate<Values> any =
        values -> values.of(field).stream().anyMatch(value -> value != null && one.test(value));
    return operator.negative() ? any.negate() : any;
  }

  private static boolean meets(Operator positive, Object value, List<Object> operands) {
    return switch (positive) {
      case EQUAL, IN -> operands.contains(value);
      case LESS -> order(value, operands.getFirst()) < 0;
      case LESS_OR_EQUAL -> order(value, operands.getFirst()) <= 0;
      case GREATER -> order(value, operands.getFirst()) > 0;
      case GREATER_OR_EQUAL -> order(value, operands.getFirst()) >= 0;
      case BEGINS_WITH -> value.toString().startsWith(operands.getFirst().toString());
      case IS_NOT_NULL -> true;
      case NOT_EQUAL, NOT_IN, NOT_BEGINS_WITH, IS_NULL ->
          throw new IllegalStateException("A positive operator is none of these");
    };
  }

  /// The database's order: text by code point (collation C), UUIDs by their bytes.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int order(Object value, Object operand) {
    return switch (value) {
      case String text -> BY_CODE_POINT.compare(text, (String) operand);
      case UUID id -> BY_BYTES.compare(id, (UUID) operand);
      case Comparable other -> other.compareTo(operand);
      default -> throw new IllegalStateException("Without order: " + value.getClass());
    };
  }

  private static final Comparator<UUID> BY_BYTES =
      (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
      };

  // UTF-16 puts the characters beyond U+FFFF before some below it; code points and UTF-8 do not.
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
}
