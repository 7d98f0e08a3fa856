package org.customerfocus.agreement.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One form for equal numbers, so that what was sent, what is stored and what is merged with a
/// patch are equal where they mean the same.
public final class PlainDecimal {

  private PlainDecimal() {}

  /// No number that is accepted has so many zeros.
  private static final int ZEROS = 1000;

  /// 1000 and not 1E+3, 1.5 and not 1.50. What is out of bounds stays as it came: written out,
  /// 1E+999999999 would fill the memory before its bounds are checked, and 100E+2147483647 has no
  /// other form at all.
  public static @Nullable BigDecimal of(@Nullable BigDecimal decimal) {
    if (decimal == null || (decimal.signum() != 0 && decimal.scale() < -ZEROS)) {
      return decimal;
    }
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() > -20 ? stripped.setScale(0) : stripped;
  }
}
