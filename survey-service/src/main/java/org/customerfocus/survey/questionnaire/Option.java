package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An option or a non-answer: a code that never changes its meaning, and a label that may.
///
/// @param freeText whether who chooses it may say more in own words ("other, namely")
/// @param exclusive whether it excludes all others ("none of these")
@Schema(
    description =
        "An option or a non-answer: a code that keeps its meaning, and a label that may change.")
public record Option(
    @NotNull @Pattern(regexp = Option.CODE) @Size(max = 64) String code,
    @NotNull @Size(min = 1, max = 500) String label,
    @Schema(description = "Whether who chooses it may say more in own words, as otherText.")
        @Nullable Boolean freeText,
    @Schema(description = "Whether it is chosen alone or not at all.")
        @Nullable Boolean exclusive) {

  /// Codes and link ids are kept plain so that they can stand in URLs, files and filters.
  public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /// An option that is neither open nor exclusive.
  public static Option of(String code, String label) {
    return new Option(code, label, null, null);
  }

  /// Whether own words may go with it.
  public boolean takesText() {
    return Boolean.TRUE.equals(freeText);
  }

  /// Whether it is chosen alone or not at all. No getter by its name, lest JSON says it twice.
  public boolean standsAlone() {
    return Boolean.TRUE.equals(exclusive);
  }
}
