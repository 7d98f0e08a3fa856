package org.customerfocus.agreement.metric;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a metric is, as a client describes it.
@Schema(description = "What is measured, in words that the customer would use.")
record MetricRequest(
    @Schema(description = "Its name, unique within the tenant.") @NotBlank @Size(max = 200)
        String name,
    @Schema(
            description =
                "ratio: each measurement is itself good or bad. time-ratio: states last over time."
                    + " threshold-share: each measurement has a value, which a commitment's threshold"
                    + " makes good or bad. percentile, mean, sum: of the values. count: how many there"
                    + " were. duration: how much service time timers ran. survey-score: a score of a"
                    + " survey. Fixed once the metric is used.")
        @NotNull
        MetricType type,
    @Schema(description = "Of a duration alone: what its timers run until.")
        @Nullable MetricPhase phase,
    @Schema(
            description =
                "The unit of the values, such as min or USD; required where there are values. A"
                    + " duration is in s, min, h or d.")
        @Nullable
        @Size(min = 1, max = 40)
        String unit,
    @Schema(description = "What it says, in the customer's words.") @NotBlank @Size(max = 2000)
        String description) {

  private static final Set<String> TIME_UNITS = Set.of("s", "min", "h", "d");

  MetricRequest requireConsistent() {
    if (unit == null && (type.ofValues() || type == MetricType.DURATION)) {
      throw ProblemException.invalid("/unit", "is required: values need a unit, such as min");
    }
    if (type == MetricType.DURATION && !TIME_UNITS.contains(unit)) {
      throw ProblemException.invalid("/unit", "must be s, min, h or d: the metric is a duration");
    }
    if (phase != null && type != MetricType.DURATION) {
      throw ProblemException.invalid("/phase", "must be absent: only a duration has one");
    }
    return this;
  }
}
