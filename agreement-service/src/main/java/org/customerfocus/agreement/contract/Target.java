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

/// The share of what counts that has to be good.
@Schema(description = "The share of what counts that has to be good.")
public record Target(
    @NotNull Comparator comparator,
    @Schema(description = "A share between 0 and 1, such as 0.95; kept and compared exactly.")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
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
