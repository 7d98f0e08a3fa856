package org.customerfocus.conventions.page;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Compiles `?filter=` to HQL over the documented fields.
final class FilterCompiler {

  private static final int MAX_COMPARISONS = 20;
  private static final Set<String> ORDERED = Set.of("=gt=", "=ge=", "=lt=", "=le=");

  private final Fields fields;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private int comparisons;

  private FilterCompiler(Fields fields) {
    this.fields = fields;
  }

  /// @throws ProblemException 400 that says what in the filter is wrong
  static Condition compile(@Nullable String filter, Fields fields) {
    if (filter == null) {
      return Condition.ALL;
    }
    FilterCompiler compiler = new FilterCompiler(fields);
    try {
      String hql = compiler.condition(new RSQLParser().parse(filter));
      return new Condition(hql, compiler.parameters);
    } catch (RSQLParserException e) {
      throw refused("is not RSQL, such as status==active;createdAt=gt=2026-01-01T00:00:00Z");
    }
  }

  private String condition(Node node) {
    if (node instanceof LogicalNode logical) {
      String operator = logical instanceof AndNode ? " and " : " or ";
      return logical.getChildren().stream()
          .map(this::condition)
          .collect(Collectors.joining(operator, "(", ")"));
    }
    if (node instanceof ComparisonNode comparison) {
      return comparison(comparison);
    }
    throw new IllegalStateException("RSQL has no other nodes");
  }

  private String comparison(ComparisonNode node) {
    if (++comparisons > MAX_COMPARISONS) {
      throw refused("has more than %d comparisons".formatted(MAX_COMPARISONS));
    }
    Field field = fields.find(node.getSelector());
    if (field == null) {
      throw refused(
          "names the unknown field %s; known are %s".formatted(node.getSelector(), fields.names()));
    }
    String operator = operator(node);
    // A negation over dependent rows means that none of them matches, not that one does not.
    boolean negated = operator.equals("!=") || operator.equals("=out=");
    if (field.relation() != null) {
      String inner = simple(field, positive(operator), node.getArguments());
      String exists = field.relation().exists().formatted(inner);
      return negated ? "not " + exists : exists;
    }
    return simple(field, operator, node.getArguments());
  }

  private static String operator(ComparisonNode node) {
    return switch (node.getOperator().getSymbol()) {
      case ">" -> "=gt=";
      case ">=" -> "=ge=";
      case "<" -> "=lt=";
      case "<=" -> "=le=";
      default -> node.getOperator().getSymbol();
    };
  }

  private static String positive(String operator) {
    return switch (operator) {
      case "!=" -> "==";
      case "=out=" -> "=in=";
      default -> operator;
    };
  }

  private String simple(Field field, String operator, List<String> arguments) {
    String argument = arguments.getFirst();
    boolean prefix =
        field.type() == String.class && argument.endsWith("*") && argument.length() > 1;
    if (operator.equals("==") && prefix) {
      return startsWith(field, argument.substring(0, argument.length() - 1));
    }
    if (ORDERED.contains(operator) && !Values.ordered(field.type())) {
      throw refused("compares %s by order, which it has not".formatted(field.name()));
    }
    String path = field.path();
    return switch (operator) {
      case "==" -> path + " = " + bind(field, argument);
      case "!=" -> "(%s <> %s or %s is null)".formatted(path, bind(field, argument), path);
      case "=gt=" -> path + " > " + bind(field, argument);
      case "=ge=" -> path + " >= " + bind(field, argument);
      case "=lt=" -> path + " < " + bind(field, argument);
      case "=le=" -> path + " <= " + bind(field, argument);
      case "=in=" -> path + " in " + bindAll(field, arguments);
      case "=out=" ->
          "(%s not in %s or %s is null)".formatted(path, bindAll(field, arguments), path);
      default -> throw refused("has the unknown operator %s".formatted(operator));
    };
  }

  // A range instead of LIKE: comparisons are leakproof and served by an index under row-level
  // security, pattern matching is not.
  private String startsWith(Field field, String prefix) {
    String from = bindValue(prefix);
    String above = Values.prefixEnd(prefix);
    return above == null
        ? field.path() + " >= " + from
        : "(%s >= %s and %s < %s)".formatted(field.path(), from, field.path(), bindValue(above));
  }

  private String bind(Field field, String text) {
    return bindValue(Values.parse(field, text));
  }

  private String bindAll(Field field, List<String> texts) {
    List<Object> values = new ArrayList<>();
    texts.forEach(text -> values.add(Values.parse(field, text)));
    return bindValue(values);
  }

  private String bindValue(Object value) {
    String name = "f" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  static ProblemException refused(String why) {
    return ProblemException.parameter("filter", why);
  }
}
