package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Shows only those of an item's options whose codes were chosen, or not chosen, in an earlier one.
///
/// @param from the link id of the earlier choice
@Schema(
    description =
        "Shows only those of the options whose codes were chosen, or not chosen, in an earlier item.")
public record CarryForward(
    @Schema(description = "The linkId of the earlier choice.") @NotNull @Size(min = 1, max = 64)
        String from,
    @NotNull Which options) {

  /// Which of the earlier item's options are carried forward.
  @Schema(name = "CarriedOptions")
  public enum Which implements WireEnum {
    CHOSEN,
    NOT_CHOSEN
  }
}
