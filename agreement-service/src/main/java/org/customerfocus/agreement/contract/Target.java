package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What has to be reached.
@Schema(
    description =
        "What has to be reached: the share of what counts that has to be good, or a value in the unit of"
            + " the metric.")
public record Target(
    @NotNull Comparator comparator,
    @Schema(
            description =
                "For ratio, time-ratio and threshold-share a share between 0 and 1, such as 0.95;"
                    + " otherwise in the unit of the metric. Kept and compared exactly.")
        @NotNull
        @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        BigDecimal value) {

  @SuppressWarnings("NullAway") // Absent in a bad request, which is told after it was read.
  public Target {
    value = PlainDecimal.of(value);
  }

  public Bound bound() {
    return new Bound(comparator, value);
  }
}
