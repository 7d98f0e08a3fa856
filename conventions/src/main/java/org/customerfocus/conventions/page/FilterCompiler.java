package org.customerfocus.conventions.page;

import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Rsql;
import org.customerfocus.conventions.rule.RuleFault;
import org.jspecify.annotations.Nullable;

/// Compiles `?filter=` to HQL over the documented fields.
final class FilterCompiler {

  private FilterCompiler() {}

  /// @throws ProblemException 400 that says what in the filter is wrong
  static Condition compile(@Nullable String filter, Fields fields, Moment moment) {
    if (filter == null) {
      return Condition.ALL;
    }
    try {
      return RuleCompiler.hql(Rsql.parse(filter), fields, moment);
    } catch (RuleFault fault) {
      throw ProblemException.parameter("filter", fault.why());
    }
  }
}
