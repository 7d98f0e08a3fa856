package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Behind this item, what comes next is not the next one when a condition holds.
///
/// @param when an expression in CEL that is true or false
/// @param to the link id of a later item, or `end`
@Schema(description = "Where to go on behind an item, and when.")
public record Skip(
    @Schema(description = "A condition in CEL.", examples = "answers.recommend >= 9")
        @NotNull
        @Size(min = 1, max = 2000)
        String when,
    @Schema(description = "The linkId of a later item, or end.") @NotNull @Size(min = 1, max = 64)
        String to) {

  /// The end of the survey.
  public static final String END = "end";
}
