package org.customerfocus.customer.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
        @Nullable List<@NotNull @Size(max = 1000) String> values) {}
