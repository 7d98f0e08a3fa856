package org.customerfocus.customer.competition;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The scale on which two scores are compared.
@Schema(name = "ComparisonScale", description = "The one scale that both scores are on.")
record ComparisonScale(
    @NotBlank
        @Size(max = 100)
        @Schema(description = "Its name; the unit of the figures.", examples = "mean of 1–5")
        String name,
    @Digits(integer = 9, fraction = 6) @Schema(description = "Its lower end, where it has one.")
        @Nullable BigDecimal lowest,
    @Digits(integer = 9, fraction = 6) @Schema(description = "Its upper end, where it has one.")
        @Nullable BigDecimal highest,
    @Schema(description = "Which end is the better one; higher unless said otherwise.")
        @Nullable ScaleDirection better) {

  ComparisonScale {
    better = better == null ? ScaleDirection.HIGHER : better;
    lowest = plain(lowest);
    highest = plain(highest);
  }

  /// Equal numbers are equal, however many zeros they were written with.
  static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  List<FieldError> faults() {
    return lowest != null && highest != null && highest.compareTo(lowest) <= 0
        ? List.of(FieldError.at("/scale/highest", "must be above lowest"))
        : List.of();
  }

  List<FieldError> faults(ComparedScore score, String at) {
    List<FieldError> faults = new ArrayList<>();
    if (!holds(score.value())) {
      faults.add(FieldError.at(at + "/value", "lies outside the scale"));
    }
    if (score.interval() != null
        && !(holds(BigDecimal.valueOf(score.interval().lower()))
            && holds(BigDecimal.valueOf(score.interval().upper())))) {
      faults.add(FieldError.at(at + "/interval", "lies outside the scale"));
    }
    return faults;
  }

  private boolean holds(BigDecimal value) {
    return (lowest == null || value.compareTo(lowest) >= 0)
        && (highest == null || value.compareTo(highest) <= 0);
  }
}
