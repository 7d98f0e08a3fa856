package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// Behind this item, what comes next is not the next one when a condition holds.
///
/// @param when an expression in CEL that is true or false
/// @param to the link id of a later item, or `end`
public record Skip(
    @NotNull @Size(min = 1, max = 2000) String when, @NotNull @Size(min = 1, max = 64) String to) {

  /// The end of the survey.
  public static final String END = "end";
}
