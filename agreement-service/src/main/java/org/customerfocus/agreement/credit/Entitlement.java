package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What all commitments of one agreement give for one period together, and what is still to be
/// granted of it. Amounts are of one currency and one kind.
///
/// Whatever has been granted before, granting the delta brings the sum of what was granted to what
/// is due now; so nothing is ever granted twice, however often a period is decided anew.
public final class Entitlement {

  private Entitlement() {}

  /// add: Σ aᵢ; highest: max aᵢ; then at most the caps: min(total, cap of the period, max(0, cap of
  /// the term − granted in its other periods)).
  ///
  /// @param amounts what each commitment gives by itself, none below 0
  /// @param elsewhere what was granted in the other periods of the term
  public static BigDecimal of(
      Stacking stacking,
      Collection<BigDecimal> amounts,
      @Nullable BigDecimal periodCap,
      @Nullable BigDecimal termCap,
      BigDecimal elsewhere) {
    BigDecimal total =
        amounts.stream()
            .reduce(
                BigDecimal.ZERO,
                switch (stacking) {
                  case ADD -> BigDecimal::add;
                  case HIGHEST -> BigDecimal::max;
                });
    BigDecimal within = periodCap == null ? total : total.min(periodCap);
    return termCap == null ? within : within.min(termCap.subtract(elsewhere).max(BigDecimal.ZERO));
  }

  /// What is left to grant: entitled − granted. Below 0 it was overpaid by that much, which is
  /// shown and never reclaimed unasked.
  public static BigDecimal delta(BigDecimal entitled, BigDecimal granted) {
    return entitled.subtract(granted);
  }
}
