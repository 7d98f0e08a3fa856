package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What was attained, as an exact fraction: nothing is rounded before it meets a tier.
///
/// @param denominator above 0
public record Attained(BigDecimal numerator, BigDecimal denominator) {

  public Attained {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("Not a denominator: " + denominator);
    }
  }

  public static Attained of(BigDecimal value) {
    return new Attained(value, BigDecimal.ONE);
  }

  /// @param base above 0
  public static Attained of(long part, long base) {
    return new Attained(BigDecimal.valueOf(part), BigDecimal.valueOf(base));
  }

  /// Rounded as was agreed: half-up, to so many decimals.
  Attained rounded(int decimals) {
    return of(numerator.divide(denominator, decimals, RoundingMode.HALF_UP));
  }

  /// Below 0, 0 or above 0 as this is less than, equal to or more than the bound.
  int compareTo(BigDecimal bound) {
    return numerator.compareTo(bound.multiply(denominator));
  }
}
