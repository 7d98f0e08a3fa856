package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.customerfocus.conventions.wire.WireEnum;

/// Shows only those of an item's options whose codes were chosen, or not chosen, in an earlier one.
///
/// @param from the link id of the earlier choice
public record CarryForward(@NotNull @Size(min = 1, max = 64) String from, @NotNull Which options) {

  /// Which of the earlier item's options are carried forward.
  public enum Which implements WireEnum {
    CHOSEN,
    NOT_CHOSEN
  }
}
