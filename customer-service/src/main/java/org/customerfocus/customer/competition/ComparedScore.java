package org.customerfocus.customer.competition;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One side's score, with where and when it was found.
@Schema(name = "ComparedScore", description = "One side's score, with its source and date.")
record ComparedScore(
    @NotNull @Digits(integer = 9, fraction = 6) BigDecimal value,
    @Min(0) @Schema(description = "How many answers it rests on.") @Nullable Long n,
    @Min(0) @Schema(description = "How many could have answered.") @Nullable Long base,
    @Schema(description = "Where the true value lies with the stated confidence.")
        Figure.@Nullable Interval interval,
    @Size(min = 1, max = 200) @Schema(description = "How it was computed.") @Nullable String method,
    @NotBlank @Size(max = 500) @Schema(description = "Where it was found.") String source,
    @NotNull @Schema(description = "Of when it is.") LocalDate date) {

  ComparedScore {
    value = ComparisonScale.plain(value);
  }

  Figure figure(String unit) {
    return new Figure(
        Figure.Status.OK,
        value.doubleValue(),
        unit,
        n,
        base,
        method == null ? "stated" : method,
        interval,
        value.toPlainString(),
        null);
  }

  List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    if (n != null && base != null && base < n) {
      faults.add(FieldError.at(at + "/base", "must not be below n"));
    }
    if (interval != null
        && !(interval.level() > 0
            && interval.level() < 1
            && interval.lower() <= value.doubleValue()
            && value.doubleValue() <= interval.upper()
            && Double.isFinite(interval.lower())
            && Double.isFinite(interval.upper()))) {
      faults.add(FieldError.at(at + "/interval", "must hold the value, at a level below 1"));
    }
    return faults;
  }
}
