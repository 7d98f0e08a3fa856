package org.customerfocus.conventions.rule;

import java.util.List;

/// A condition over named fields.
public sealed interface Rule {

  /// How deep groups may lie in one another, and how many nodes a rule may have.
  int MAX_DEPTH = 8;

  int MAX_NODES = 100;

  /// How many values `in` may name.
  int MAX_VALUES = 200;

  /// All or any of some rules, or the opposite of that.
  ///
  /// @param not whether the opposite is meant
  record Group(Combinator combinator, boolean not, List<Rule> rules) implements Rule {

    public Group {
      rules = List.copyOf(rules);
    }
  }

  /// One field compared with values.
  ///
  /// @param values as text, whatever the field's type; none for is-null and is-not-null
  record Comparison(String field, Operator operator, List<String> values) implements Rule {

    public Comparison {
      values = List.copyOf(values);
    }
  }

  /// Refuses what is too large to be answered, or has too many or too few values.
  ///
  /// @throws RuleFault at the node at fault
  static void check(Rule rule) {
    check(rule, "", 1, 0);
  }

  private static int check(Rule rule, String pointer, int depth, int nodes) {
    if (depth > MAX_DEPTH) {
      throw new RuleFault(pointer, "is nested deeper than %d levels".formatted(MAX_DEPTH));
    }
    int count = nodes + 1;
    if (count > MAX_NODES) {
      throw new RuleFault(pointer, "has more than %d comparisons and groups".formatted(MAX_NODES));
    }
    switch (rule) {
      case Group group -> {
        if (group.rules().isEmpty()) {
          throw new RuleFault(pointer + "/rules", "is a group without rules");
        }
        for (int i = 0; i < group.rules().size(); i++) {
          count = check(group.rules().get(i), pointer + "/rules/" + i, depth + 1, count);
        }
      }
      case Comparison comparison -> check(comparison, pointer);
    }
    return count;
  }

  private static void check(Comparison comparison, String pointer) {
    int values = comparison.values().size();
    if (!comparison.operator().takes(values)) {
      throw new RuleFault(
          pointer,
          "gives %d values to %s of %s"
              .formatted(values, comparison.operator().symbol(), comparison.field()));
    }
    if (values > MAX_VALUES) {
      throw new RuleFault(pointer + "/values", "has more than %d values".formatted(MAX_VALUES));
    }
  }
}
