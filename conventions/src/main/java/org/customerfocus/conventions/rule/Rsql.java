package org.customerfocus.conventions.rule;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;

/// Rules as RSQL, such as `lifecycle==current;createdAt=ge=-P90D`.
///
/// A trailing `*` after `==` or `!=` means a beginning, alone any value; `=null=true` and
/// `=null=false` ask whether there is a value.
public final class Rsql {

  private static final String NULL = "=null=";
  private static final RSQLParser PARSER = new RSQLParser(operators());

  private Rsql() {}

  private static Set<ComparisonOperator> operators() {
    Set<ComparisonOperator> operators = new HashSet<>(RSQLOperators.defaultOperators());
    operators.add(new ComparisonOperator(NULL));
    return operators;
  }

  /// @throws RuleFault when the text is no RSQL or the rule too large
  public static Rule parse(String text) {
    Rule rule;
    try {
      rule = rule(PARSER.parse(text));
    } catch (RSQLParserException e) {
      throw new RuleFault("", "is not RSQL, such as status==active;createdAt=ge=-P90D");
    }
    Rule.check(rule);
    return rule;
  }

  private static Rule rule(Node node) {
    if (node instanceof LogicalNode logical) {
      List<Rule> rules = new ArrayList<>();
      logical.getChildren().forEach(child -> rules.add(rule(child)));
      return new Group(logical instanceof AndNode ? Combinator.AND : Combinator.OR, false, rules);
    }
    if (node instanceof ComparisonNode comparison) {
      return comparison(comparison);
    }
    throw new IllegalStateException("RSQL has no other nodes");
  }

  private static Comparison comparison(ComparisonNode node) {
    String field = node.getSelector();
    String symbol = node.getOperator().getSymbol();
    List<String> values = node.getArguments();
    String first = values.getFirst();
    if (symbol.equals(NULL)) {
      return new Comparison(field, nullness(field, first), List.of());
    }
    Operator operator =
        switch (symbol) {
          case "==" -> Operator.EQUAL;
          case "!=" -> Operator.NOT_EQUAL;
          case ">", "=gt=" -> Operator.GREATER;
          case ">=", "=ge=" -> Operator.GREATER_OR_EQUAL;
          case "<", "=lt=" -> Operator.LESS;
          case "<=", "=le=" -> Operator.LESS_OR_EQUAL;
          case "=in=" -> Operator.IN;
          case "=out=" -> Operator.NOT_IN;
          default -> throw new RuleFault("", "has the unknown operator %s".formatted(symbol));
        };
    boolean equality = operator.positive() == Operator.EQUAL;
    if (equality && first.endsWith("*")) {
      Operator beginning = operator.negative() ? Operator.NOT_BEGINS_WITH : Operator.BEGINS_WITH;
      return new Comparison(field, beginning, List.of(first.substring(0, first.length() - 1)));
    }
    return new Comparison(field, operator, values);
  }

  private static Operator nullness(String field, String value) {
    return switch (value) {
      case "true" -> Operator.IS_NULL;
      case "false" -> Operator.IS_NOT_NULL;
      default ->
          throw new RuleFault("", "must ask %s of %s with true or false".formatted(NULL, field));
    };
  }
}
