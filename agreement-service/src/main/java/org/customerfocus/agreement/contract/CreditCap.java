package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The most that is owed.
@Schema(description = "The most that is owed: a share of the base, an amount, or the less of both.")
public record CreditCap(
    @DecimalMin("0") @DecimalMax("100") @Decimals(max = 9) @Nullable BigDecimal share,
    @Valid @Nullable Money amount) {

  public CreditCap {
    share = PlainDecimal.of(share);
  }
}
