package org.customerfocus.agreement.unit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long the units of time are that have one length: those of months and years differ.
public final class TimeUnits {

  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "ms", new BigDecimal("0.001"),
          "s", BigDecimal.ONE,
          "min", BigDecimal.valueOf(60),
          "h", BigDecimal.valueOf(3_600),
          "d", BigDecimal.valueOf(86_400),
          "wk", BigDecimal.valueOf(604_800));

  private TimeUnits() {}

  /// One of the unit in seconds, exactly; empty for what is no time, or none of one length.
  ///
  /// @param code of the unit; null for none
  public static Optional<BigDecimal> seconds(@Nullable String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(SECONDS.get(code));
  }
}
