package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// An option or a non-answer: a code that never changes its meaning, and a label that may.
public record Option(
    @NotNull @Pattern(regexp = Option.CODE) @Size(max = 64) String code,
    @NotNull @Size(min = 1, max = 500) String label) {

  /// Codes and link ids are kept plain so that they can stand in URLs, files and filters.
  public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
}
