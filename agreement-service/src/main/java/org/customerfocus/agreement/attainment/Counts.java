package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was counted in a period.
///
/// @param tally events, slices or microseconds by class
/// @param notYetDue open and not due before the cut: not counted
/// @param sum of the values that count; exact
/// @param unwarned how many of the good do not reach the warning value
/// @param tolerated how many of the bad are within the tolerance
/// @param nextDue when the first of what is not yet due is due; null where nothing is
public record Counts(
    Tally tally,
    long notYetDue,
    BigDecimal sum,
    long unwarned,
    long tolerated,
    @Nullable Instant nextDue) {

  public static final Counts NOTHING = of(Tally.NONE);

  /// Classes alone, without values.
  public static Counts of(Tally tally) {
    return new Counts(tally, 0, BigDecimal.ZERO, 0, 0, null);
  }

  /// Both together.
  public Counts plus(Counts other) {
    return new Counts(
        tally.plus(other.tally),
        notYetDue + other.notYetDue,
        sum.add(other.sum),
        unwarned + other.unwarned,
        tolerated + other.tolerated,
        earlier(nextDue, other.nextDue));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
