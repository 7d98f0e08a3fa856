package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How fast an error budget is spent: 1 spends just all of it by the end of the period.
///
/// burn rate = observed bad share / (1 − target). The windows and the shares of the budget are
/// those of the Google SRE workbook (Alerting on SLOs, table of multiwindow, multi-burn-rate
/// alerts): 2 % in 1 h, 5 % in 6 h, 10 % in 1 d and 10 % in 3 d, each confirmed by a short window
/// so that an alert ends soon after the trouble does.
public final class BurnRate {

  private BurnRate() {}

  /// A pair of windows that both have to exceed a factor.
  ///
  /// @param share of the whole period's budget that the long window may spend
  public record Alert(Duration longWindow, Duration shortWindow, BigDecimal share) {

    /// share · period / long window, exact where it ends within 34 digits.
    public BigDecimal factor(Duration period) {
      return share
          .multiply(BigDecimal.valueOf(period.toSeconds()))
          .divide(BigDecimal.valueOf(longWindow.toSeconds()), MathContext.DECIMAL128)
          .stripTrailingZeros();
    }
  }

  /// Fastest first.
  public static final List<Alert> ALERTS =
      List.of(
          new Alert(Duration.ofHours(1), Duration.ofMinutes(5), new BigDecimal("0.02")),
          new Alert(Duration.ofHours(6), Duration.ofMinutes(30), new BigDecimal("0.05")),
          new Alert(Duration.ofDays(1), Duration.ofHours(2), new BigDecimal("0.1")),
          new Alert(Duration.ofDays(3), Duration.ofHours(6), new BigDecimal("0.1")));

  /// The burn rate, for showing; absent where nothing counts.
  ///
  /// @param target below 1: with no budget there is no rate of spending it
  public static Optional<BigDecimal> of(Attainment attainment, BigDecimal target) {
    BigDecimal allowed = BigDecimal.ONE.subtract(target);
    if (allowed.signum() <= 0) {
      throw new IllegalArgumentException("A target of 1 leaves no budget to burn");
    }
    if (attainment.base() == 0) {
      return Optional.empty();
    }
    BigDecimal bad = BigDecimal.valueOf(attainment.base() - attainment.part());
    BigDecimal of = allowed.multiply(BigDecimal.valueOf(attainment.base()));
    return Optional.of(
        bad.signum() == 0
            ? BigDecimal.ZERO
            : bad.divide(of, MathContext.DECIMAL128).stripTrailingZeros());
  }

  /// Whether the budget is spent faster than the factor says, decided without division: bad · long
  /// window > factor · (1 − target) · base.
  public static boolean exceeds(
      Attainment attainment, BigDecimal target, Alert alert, Duration period) {
    if (attainment.base() == 0) {
      return false;
    }
    BigDecimal bad = BigDecimal.valueOf(attainment.base() - attainment.part());
    BigDecimal spent = bad.multiply(BigDecimal.valueOf(alert.longWindow().toSeconds()));
    BigDecimal limit =
        alert
            .share()
            .multiply(BigDecimal.valueOf(period.toSeconds()))
            .multiply(BigDecimal.ONE.subtract(target))
            .multiply(BigDecimal.valueOf(attainment.base()));
    return spent.compareTo(limit) > 0;
  }

  /// Whether both windows exceed, and the long one has enough events to say so.
  ///
  /// @param minimum of events in the long window; 0 for time
  public static boolean alerts(
      Attainment inLong,
      Attainment inShort,
      BigDecimal target,
      Alert alert,
      Duration period,
      long minimum) {
    return inLong.base() >= minimum
        && exceeds(inLong, target, alert, period)
        && exceeds(inShort, target, alert, period);
  }
}
