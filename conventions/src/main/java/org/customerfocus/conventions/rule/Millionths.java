package org.customerfocus.conventions.rule;

import java.math.BigDecimal;

/// Decimal numbers as whole millionths: up to six decimal places in a bigint, which an index serves
/// under row-level security where it would not serve a numeric.
public final class Millionths {

  private static final int PLACES = 6;

  private Millionths() {}

  /// @throws ArithmeticException with more than six decimal places, or beyond what a bigint holds
  public static long of(BigDecimal number) {
    return number.movePointRight(PLACES).longValueExact();
  }

  public static BigDecimal toDecimal(long millionths) {
    return BigDecimal.valueOf(millionths, PLACES);
  }
}
