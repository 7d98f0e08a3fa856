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

/// The side of a value on which a measurement is good.
@Schema(description = "The side of a value on which a measurement is good.")
public record Threshold(
    @NotNull Comparator comparator,
    @Schema(description = "In the unit of the metric; kept and compared exactly.")
        @NotNull
        @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        BigDecimal value) {

  @SuppressWarnings("NullAway") // Absent in a bad request, which is told after it was read.
  public Threshold {
    value = PlainDecimal.of(value);
  }

  public Bound bound() {
    return new Bound(comparator, value);
  }
}
