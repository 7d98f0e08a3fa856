package org.customerfocus.conventions.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.rule.Combinator;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Operands;
import org.customerfocus.conventions.rule.Operator;
import org.customerfocus.conventions.rule.Rule;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.customerfocus.conventions.rule.RuleFault;
import org.customerfocus.conventions.rule.Values;
import org.customerfocus.conventions.wire.WireEnum;

/// Compiles rules to a condition over the fields' columns, in HQL for lists or in SQL for work on
/// whole sets. Negations are carried down to the comparisons, where each becomes an exact opposite:
/// SQL's unknown never arises.
public final class RuleCompiler {

  private final Fields fields;
  private final Moment moment;
  private final boolean sql;
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  private RuleCompiler(Fields fields, Moment moment, boolean sql) {
    this.fields = fields;
    this.moment = moment;
    this.sql = sql;
  }

  /// HQL over the alias `e`.
  ///
  /// @throws RuleFault at what the fields do not allow
  static Condition hql(Rule rule, Fields fields, Moment moment) {
    return new RuleCompiler(fields, moment, false).compile(rule);
  }

  /// SQL over the alias `e`, with named parameters.
  ///
  /// @throws RuleFault at what the fields do not allow
  public static Condition sql(Rule rule, Fields fields, Moment moment) {
    return new RuleCompiler(fields, moment, true).compile(rule);
  }

  private Condition compile(Rule rule) {
    Rule.check(rule);
    String text = condition(rule, false, "");
    if (text.contains(":today")) {
      parameters.put("today", moment.today());
    }
    return new Condition(text, parameters);
  }

  private String condition(Rule rule, boolean negated, String pointer) {
    return switch (rule) {
      case Group group -> group(group, negated ^ group.not(), pointer);
      case Comparison comparison -> comparison(comparison, negated, pointer);
    };
  }

  private String group(Group group, boolean negated, String pointer) {
    Combinator combinator = negated ? group.combinator().dual() : group.combinator();
    StringJoiner all = new StringJoiner(combinator == Combinator.AND ? " and " : " or ", "(", ")");
    for (int i = 0; i < group.rules().size(); i++) {
      all.add(condition(group.rules().get(i), negated, pointer + "/rules/" + i));
    }
    return all.toString();
  }

  private String comparison(Comparison comparison, boolean negated, String pointer) {
    Field field = fields.find(comparison.field());
    if (field == null) {
      throw new RuleFault(
          pointer + "/field",
          "names the unknown field %s; known are %s".formatted(comparison.field(), fields.names()));
    }
    List<Object> operands = Operands.of(comparison, field.type(), moment, pointer);
    Operator operator = comparison.operator();
    boolean denied = negated ^ operator.negative();
    if (field.relation() == null) {
      String path = sql ? field.sqlPath() : field.path();
      return denied
          ? opposite(path, operator.positive(), operands)
          : positive(path, operator.positive(), operands);
    }
    // A negation over dependent rows means that none of them matches, not that one does not.
    String inner = positive(sql ? field.sqlPath() : field.path(), operator.positive(), operands);
    String exists = sql ? field.relation().sql() : field.relation().exists();
    return (denied ? "not " : "") + exists.formatted(inner);
  }

  private String positive(String path, Operator operator, List<Object> operands) {
    return switch (operator) {
      case EQUAL -> path + " = " + bind(operands.getFirst());
      case LESS -> path + " < " + bind(operands.getFirst());
      case LESS_OR_EQUAL -> path + " <= " + bind(operands.getFirst());
      case GREATER -> path + " > " + bind(operands.getFirst());
      case GREATER_OR_EQUAL -> path + " >= " + bind(operands.getFirst());
      case IN -> "%s in (%s)".formatted(path, bindAll(operands));
      case BEGINS_WITH -> beginsWith(path, (String) operands.getFirst());
      case IS_NOT_NULL -> path + " is not null";
      case NOT_EQUAL, NOT_IN, NOT_BEGINS_WITH, IS_NULL -> throw negative(operator);
    };
  }

  /// True exactly where the positive operator is not.
  private String opposite(String path, Operator operator, List<Object> operands) {
    String text =
        switch (operator) {
          case EQUAL -> path + " <> " + bind(operands.getFirst());
          case LESS -> path + " >= " + bind(operands.getFirst());
          case LESS_OR_EQUAL -> path + " > " + bind(operands.getFirst());
          case GREATER -> path + " <= " + bind(operands.getFirst());
          case GREATER_OR_EQUAL -> path + " < " + bind(operands.getFirst());
          case IN -> "%s not in (%s)".formatted(path, bindAll(operands));
          case BEGINS_WITH -> beginsOtherwise(path, (String) operands.getFirst());
          case IS_NOT_NULL -> "";
          case NOT_EQUAL, NOT_IN, NOT_BEGINS_WITH, IS_NULL -> throw negative(operator);
        };
    return text.isEmpty() ? path + " is null" : "(%s or %s is null)".formatted(text, path);
  }

  // A range instead of LIKE: comparisons are leakproof and served by an index under row-level
  // security, pattern matching is not.
  private String beginsWith(String path, String prefix) {
    String above = Values.prefixEnd(prefix);
    String from = path + " >= " + bind(prefix);
    return above == null ? from : "(%s and %s < %s)".formatted(from, path, bind(above));
  }

  private String beginsOtherwise(String path, String prefix) {
    String above = Values.prefixEnd(prefix);
    String below = path + " < " + bind(prefix);
    return above == null ? below : "%s or %s >= %s".formatted(below, path, bind(above));
  }

  private String bindAll(List<Object> operands) {
    StringJoiner all = new StringJoiner(", ");
    operands.forEach(operand -> all.add(bind(operand)));
    return all.toString();
  }

  private String bind(Object operand) {
    String name = "f" + parameters.size();
    parameters.put(name, sql && operand instanceof WireEnum wire ? wire.wire() : operand);
    return ":" + name;
  }

  private static IllegalStateException negative(Operator operator) {
    return new IllegalStateException(operator + " is no positive operator");
  }
}
