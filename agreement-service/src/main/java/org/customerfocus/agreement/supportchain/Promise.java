package org.customerfocus.agreement.supportchain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.unit.TimeUnits;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// What one commitment promises, as far as composing promises looks at it.
///
/// @param commitmentId whose promise it is
/// @param measure how it is measured; unlike measures are not composed
/// @param window over which, such as `calendar/month` or `rolling/P30D`; unlike windows are not
///   composed
/// @param bound the target: at least 0.999, at most 4; for a percentile the share that has to be
///   within the limit
/// @param limit for a percentile: the side of a value on which a measurement is good
/// @param unit of the limit, or of the bound of a total; absent for shares
public record Promise(
    UUID commitmentId,
    Measure measure,
    String window,
    Bound bound,
    @Nullable Bound limit,
    @Nullable String unit) {

  /// What is counted in the unit: the limit of a percentile, the bound of a total.
  BigDecimal time() {
    return (limit == null ? bound : limit).value();
  }

  /// The same promise in another unit of time.
  Promise in(@Nullable String other) {
    if (Objects.equals(unit, other)) {
      return this;
    }
    BigDecimal one = TimeUnits.seconds(unit).orElseThrow();
    BigDecimal many = TimeUnits.seconds(other).orElseThrow();
    // To a shorter unit: each is a whole number of those before it.
    UnaryOperator<Bound> told =
        each ->
            new Bound(
                each.comparator(),
                each.value().multiply(one.divide(many, 0, RoundingMode.UNNECESSARY)));
    return limit == null
        ? new Promise(commitmentId, measure, window, told.apply(bound), null, other)
        : new Promise(commitmentId, measure, window, bound, told.apply(limit), other);
  }

  /// What kind of quantity a promise is about.
  public enum Measure implements WireEnum {
    /// The share of the time that is good.
    TIME_SHARE,
    /// The share of the events that is good.
    EVENT_SHARE,
    /// A share of the measurements within a limit: p95 at most 4 h.
    PERCENTILE,
    /// A duration on average or at most, which serial parts add to.
    DURATION,
    /// What nothing is known to compose: survey scores, counts, sums.
    OTHER
  }
}
