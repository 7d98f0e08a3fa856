package org.customerfocus.agreement.supportchain;

import java.util.UUID;
import org.customerfocus.agreement.attainment.Bound;
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
