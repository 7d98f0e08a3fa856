package org.customerfocus.agreement.metric;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
                "ratio: each measurement is itself good or bad. threshold-share: each measurement has"
                    + " a value, which a commitment's threshold makes good or bad. Fixed once the"
                    + " metric is used.")
        @NotNull
        MetricType type,
    @Schema(
            description =
                "The unit of a measurement's value, such as min or USD; required for"
                    + " threshold-share.")
        @Nullable
        @Size(min = 1, max = 40)
        String unit,
    @Schema(description = "What it says, in the customer's words.") @NotBlank @Size(max = 2000)
        String description) {

  MetricRequest requireConsistent() {
    if (type == MetricType.THRESHOLD_SHARE && unit == null) {
      throw ProblemException.invalid("/unit", "is required: values need a unit, such as min");
    }
    return this;
  }
}
