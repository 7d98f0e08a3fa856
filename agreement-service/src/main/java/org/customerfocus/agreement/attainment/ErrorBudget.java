package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.time.Duration;

/// How much bad a target allows, and what is left of it. Exact decimals: seconds for time, a number
/// of events (not always whole) for events.
///
/// @param allowed (1 − target) · window for time, (1 − target) · counted events for events
/// @param spent the bad that was observed
public record ErrorBudget(BigDecimal allowed, BigDecimal spent) {

  /// The budget of a window of service time, in seconds: the reference for metrics of time, which
  /// reproduces the published vectors.
  ///
  /// @param target 0 to 1
  public static ErrorBudget ofTime(BigDecimal target, Duration window, Duration bad) {
    return new ErrorBudget(
        share(target).multiply(seconds(window)).stripTrailingZeros(), seconds(bad));
  }

  /// The budget of a number of counted events.
  ///
  /// @param target 0 to 1
  /// @param counted the base of the attainment
  public static ErrorBudget ofEvents(BigDecimal target, long counted, long bad) {
    return new ErrorBudget(
        share(target).multiply(BigDecimal.valueOf(counted)).stripTrailingZeros(),
        BigDecimal.valueOf(bad));
  }

  /// What is left; below 0 when it is overspent.
  public BigDecimal remaining() {
    return allowed.subtract(spent);
  }

  private static BigDecimal share(BigDecimal target) {
    if (target.signum() < 0 || target.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("A target lies between 0 and 1: " + target);
    }
    return BigDecimal.ONE.subtract(target);
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .add(BigDecimal.valueOf(duration.getNano(), 9))
        .stripTrailingZeros();
  }
}
