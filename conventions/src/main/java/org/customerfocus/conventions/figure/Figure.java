package org.customerfocus.conventions.figure;

import java.math.BigDecimal;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// The one shape of every statistic, so that a client writes one renderer.
///
/// @param status whether there is a value; the other states give a `reason` instead
/// @param value the value in `unit`, not rounded
/// @param unit `points` (NPS −100…100, indices), `ratio` (0…1), `count`, `mean`, `s`, or a metric's
///   own
/// @param n how many valid answers or events the value rests on
/// @param base how many could have given one: those who were shown the question, all events counted
/// @param method the formula and the interval's, such as `nps/adjusted-wald`
/// @param interval where the true value lies with the stated confidence
/// @param exact the exact value as a decimal string, for quantities that have one
/// @param reason why there is no value
public record Figure(
    Status status,
    @Nullable Double value,
    String unit,
    @Nullable Long n,
    @Nullable Long base,
    String method,
    @Nullable Interval interval,
    @Nullable String exact,
    @Nullable String reason) {

  /// Whether a figure has a value, and if not, what kind of reason there is.
  public enum Status implements WireEnum {
    /// There is a value.
    OK,
    /// There is one, but it would tell about too few people.
    WITHHELD,
    /// There are too few answers or events for one.
    INSUFFICIENT,
    /// The question makes no sense here.
    NOT_APPLICABLE
  }

  /// A two-sided confidence interval in the figure's unit.
  ///
  /// @param level the confidence, 0.95 unless asked otherwise
  public record Interval(double level, double lower, double upper) {}

  public static Figure of(
      double value, String unit, long n, long base, String method, @Nullable Interval interval) {
    return new Figure(Status.OK, value, unit, n, base, method, interval, null, null);
  }

  /// An exact quantity: `value` is its nearest double, `exact` all of its digits.
  public static Figure exact(BigDecimal value, String unit, long n, long base, String method) {
    return new Figure(
        Status.OK, value.doubleValue(), unit, n, base, method, null, value.toPlainString(), null);
  }

  public static Figure insufficient(String unit, long n, long base, String method, String reason) {
    return new Figure(Status.INSUFFICIENT, null, unit, n, base, method, null, null, reason);
  }

  /// Neither value nor counts are told: the counts would give the cell away.
  public static Figure withheld(String unit, String method, String reason) {
    return new Figure(Status.WITHHELD, null, unit, null, null, method, null, null, reason);
  }

  public static Figure notApplicable(String unit, String method, String reason) {
    return new Figure(Status.NOT_APPLICABLE, null, unit, null, null, method, null, null, reason);
  }
}
