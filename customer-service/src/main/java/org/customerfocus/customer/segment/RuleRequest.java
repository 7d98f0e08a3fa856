package org.customerfocus.customer.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Combinator;
import org.customerfocus.conventions.rule.Operator;
import org.customerfocus.conventions.rule.Rule;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A node of a rule: a group (combinator and rules) or a comparison (field, operator, value or
/// values). One shape for both, told apart by `combinator`, since that is what every generated
/// client can read and write.
@Schema(
    name = "RuleRequest",
    description =
        "A node of a rule. With combinator it is a group: all (and) or any (or) of its rules, or"
            + " with not the opposite. Otherwise it is a comparison of a field with a value, or"
            + " with values for in and not-in; is-null and is-not-null take neither. Values are"
            + " written as text, whatever the field's type; for a date or an instant a period such"
            + " as -P90D counts from today or from now, in UTC.")
record RuleRequest(
    @Pattern(regexp = "and|or")
        @Schema(
            enumeration = {"and", "or"},
            description = "Makes this node a group.")
        @Nullable String combinator,
    @Schema(description = "Whether the group's opposite is meant; false unless said otherwise.")
        @Nullable Boolean not,
    @Size(min = 1, max = 100) @Schema(description = "What the group combines.")
        @Nullable List<@NotNull @Valid RuleRequest> rules,
    @Size(min = 1, max = 200)
        @Schema(
            description =
                "What is compared: lifecycle, role, createdAt, party.name, organization.name,"
                    + " attribute.<code> and others.")
        @Nullable String field,
    @Pattern(regexp = "=|!=|<|<=|>|>=|in|not-in|begins-with|not-begins-with|is-null|is-not-null")
        @Schema(
            enumeration = {
              "=",
              "!=",
              "<",
              "<=",
              ">",
              ">=",
              "in",
              "not-in",
              "begins-with",
              "not-begins-with",
              "is-null",
              "is-not-null"
            },
            description =
                "Of a field with several values, one has to meet it; with a negative operator,"
                    + " none may meet its opposite.")
        @Nullable String operator,
    @Size(max = 1000) @Schema(description = "What the field is compared with, as text.")
        @Nullable String value,
    @Size(min = 1, max = 200) @Schema(description = "What the field may be, for in and not-in.")
        @Nullable List<@NotNull @Size(max = 1000) String> values) {

  /// The rule that this is written for.
  ///
  /// @param at the pointer of this node in the body
  Rule rule(String at) {
    return combinator != null ? group(at) : comparison(at);
  }

  private Rule group(String at) {
    refuse(field != null, at + "/field", "belongs to a comparison, not to a group");
    refuse(operator != null, at + "/operator", "belongs to a comparison, not to a group");
    refuse(value != null, at + "/value", "belongs to a comparison, not to a group");
    refuse(values != null, at + "/values", "belongs to a comparison, not to a group");
    if (rules == null) {
      throw ProblemException.invalid(at + "/rules", "is needed: what the group combines");
    }
    List<Rule> combined = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      combined.add(rules.get(i).rule(at + "/rules/" + i));
    }
    return new Group(
        "or".equals(combinator) ? Combinator.OR : Combinator.AND,
        Boolean.TRUE.equals(not),
        combined);
  }

  private Rule comparison(String at) {
    refuse(rules != null, at + "/combinator", "is needed with rules: and or or");
    refuse(not != null, at + "/not", "belongs to a group; use the opposite operator");
    if (field == null) {
      throw ProblemException.invalid(at + "/field", "is needed: what is compared");
    }
    if (operator == null) {
      throw ProblemException.invalid(at + "/operator", "is needed: how it is compared");
    }
    Operator how = Operator.find(operator).orElseThrow();
    boolean many = how.positive() == Operator.IN;
    boolean none = how.positive() == Operator.IS_NOT_NULL;
    refuse(value != null && (many || none), at + "/value", "is not for the operator " + operator);
    refuse(values != null && !many, at + "/values", "is only for the operators in and not-in");
    refuse(values == null && many, at + "/values", "is needed for the operator " + operator);
    refuse(
        value == null && !many && !none, at + "/value", "is needed for the operator " + operator);
    return new Comparison(
        field, how, values != null ? values : value != null ? List.of(value) : List.of());
  }

  private static void refuse(boolean wrong, String at, String why) {
    if (wrong) {
      throw ProblemException.invalid(at, why);
    }
  }
}
