package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/// A scale in whole steps, both ends included.
public record Scale(
    @NotNull @Min(-100) @Max(100) Integer min, @NotNull @Min(-100) @Max(100) Integer max) {

  static final Scale NPS = new Scale(0, 10);
  static final Scale CES = new Scale(1, 7);

  boolean contains(int value) {
    return value >= min && value <= max;
  }

  @Override
  public String toString() {
    return min + "–" + max;
  }
}
