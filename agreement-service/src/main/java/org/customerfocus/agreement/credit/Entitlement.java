package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all commitments of one agreement give for one period together, and what is still to be
/// granted of it. Amounts are of one currency and one kind.
///
/// Whatever has been granted before, granting the delta brings the sum of what was granted to what
/// is due now; so nothing is ever granted twice, however often a period is decided anew.
public final class Entitlement {

  private static final Comparator<Claim> BY_BOUND =
      Comparator.comparing(Claim::bound, Comparator.nullsLast(Comparator.naturalOrder()));

  private Entitlement() {}

  /// What one commitment gives by itself.
  ///
  /// @param amount not below 0
  /// @param bound up to which it may bring the sum, by its own caps; null without any
  public record Claim(BigDecimal amount, Stacking stacking, @Nullable BigDecimal bound) {

    private BigDecimal on(BigDecimal sum) {
      BigDecimal added = sum.add(amount);
      return bound == null ? added : added.min(bound).max(sum);
    }
  }

  /// The highest of those that do not add up, and on it those that do: each as far as its own
  /// bound, the tightest first, so that no other one keeps it from what its bound leaves. Where all
  /// have the same bound that is min(Σ aᵢ, bound), or min(max aᵢ, bound).
  public static BigDecimal of(Collection<Claim> claims) {
    BigDecimal highest =
        of(claims, Stacking.HIGHEST)
            .map(each -> each.on(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal sum = highest;
    for (Claim each : of(claims, Stacking.ADD).sorted(BY_BOUND).toList()) {
      sum = each.on(sum);
    }
    return sum;
  }

  private static Stream<Claim> of(Collection<Claim> claims, Stacking stacking) {
    return claims.stream().filter(each -> each.stacking() == stacking);
  }

  /// What is left to grant: entitled − granted. Below 0 it was overpaid by that much, which is
  /// shown and never reclaimed unasked.
  public static BigDecimal delta(BigDecimal entitled, BigDecimal granted) {
    return entitled.subtract(granted);
  }
}
