package org.customerfocus.customer.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score of how far something was met.
@Schema(
    name = "DegreeMetRequest",
    description = "How far a need or a requirement was met, by a score from 0 to 1.")
record DegreeMetRequest(
    @Schema(description = "The segment that the score is of; absent for all customers together.")
        @Nullable UUID segmentId,
    @NotNull
        @Schema(
            description =
                "A figure of unit ratio, 0 (not at all) to 1 (wholly); where it is not ok, with a"
                    + " reason instead of a value.")
        Figure score,
    @NotNull @Valid ScoreSource source,
    @NotNull @Schema(description = "As of when it holds; the latest is the one that is shown.")
        Instant asOf) {

  /// Clocks differ a little from one machine to the next.
  private static final Duration CLOCKS = Duration.ofMinutes(1);

  List<FieldError> faults(Instant now) {
    List<FieldError> faults = new ArrayList<>();
    if (asOf.isAfter(now.plus(CLOCKS))) {
      faults.add(FieldError.at("/asOf", "must not lie in the future"));
    }
    if (!score.unit().equals(DegreeMet.UNIT)) {
      faults.add(FieldError.at("/score/unit", "must be ratio: 0 is not at all, 1 is wholly met"));
    }
    valueFaults(faults);
    countFaults(faults);
    length(score.method(), 1, 200, "/score/method", faults);
    length(score.reason(), 1, 2000, "/score/reason", faults);
    length(score.exact(), 1, 100, "/score/exact", faults);
    return faults;
  }

  private void valueFaults(List<FieldError> faults) {
    Double value = score.value();
    boolean ok = score.status() == Figure.Status.OK;
    if (ok && (value == null || !isRatio(value))) {
      faults.add(FieldError.at("/score/value", "must be from 0 to 1 where the status is ok"));
    }
    if (!ok && (value != null || score.interval() != null || score.exact() != null)) {
      faults.add(FieldError.at("/score/value", "must be absent where the status is not ok"));
    }
    if (ok == (score.reason() != null)) {
      faults.add(
          FieldError.at(
              "/score/reason", "must be there where the status is not ok, and only there"));
    }
    Figure.Interval interval = score.interval();
    if (interval != null
        && !(isRatio(interval.lower())
            && isRatio(interval.upper())
            && interval.lower() <= interval.upper()
            && interval.level() > 0
            && interval.level() < 1)) {
      faults.add(
          FieldError.at(
              "/score/interval", "must lie within 0 to 1, lower before upper, at a level below 1"));
    }
  }

  private void countFaults(List<FieldError> faults) {
    Long n = score.n();
    Long base = score.base();
    if (n != null && n < 0) {
      faults.add(FieldError.at("/score/n", "must not be negative"));
    }
    if (base != null && (base < 0 || (n != null && base < n))) {
      faults.add(FieldError.at("/score/base", "must not be below n"));
    }
  }

  private static void length(
      @Nullable String text, int min, int max, String at, List<FieldError> faults) {
    if (text != null && (text.length() < min || text.length() > max)) {
      faults.add(FieldError.at(at, "must have %d to %d characters".formatted(min, max)));
    }
  }

  private static boolean isRatio(double value) {
    return value >= 0 && value <= 1;
  }
}
