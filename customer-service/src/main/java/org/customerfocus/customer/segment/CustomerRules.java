package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.page.Condition;
import org.customerfocus.conventions.page.RuleCompiler;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Rule;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.customerfocus.conventions.rule.RuleFault;
import org.customerfocus.customer.relationship.CustomerFields;

/// Turns the rules of requests and segments into conditions on customers.
@ApplicationScoped
class CustomerRules {

  private final CustomerFields fields;

  CustomerRules(CustomerFields fields) {
    this.fields = fields;
  }

  /// SQL over the customer `e`.
  ///
  /// @throws RuleFault at a field that there is not, or no longer
  Condition condition(RuleRequest rule, Moment moment) {
    Rule tree = rule.rule("/rule");
    String names = fieldsOf(tree).collect(Collectors.joining(" "));
    return RuleCompiler.sql(tree, fields.namedIn(names), moment);
  }

  /// As [#condition], for the rule of a request.
  ///
  /// @throws ProblemException 422 at what is wrong with it
  Condition checked(RuleRequest rule, Moment moment) {
    if (rule.combinator() == null) {
      // A patch merges objects: only one shape at the root is replaced without leftovers.
      throw ProblemException.invalid("/rule/combinator", "is needed: a rule begins with a group");
    }
    try {
      return condition(rule, moment);
    } catch (RuleFault fault) {
      throw ProblemException.invalid("/rule" + fault.pointer(), fault.why());
    }
  }

  private static Stream<String> fieldsOf(Rule rule) {
    return switch (rule) {
      case Group group -> group.rules().stream().flatMap(CustomerRules::fieldsOf);
      case Comparison comparison -> Stream.of(comparison.field());
    };
  }
}
