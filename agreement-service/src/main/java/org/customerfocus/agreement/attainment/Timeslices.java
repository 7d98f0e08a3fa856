package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Budgeting by slices of time, as OpenSLO names it: each slice is good or bad as a whole.
///
/// A slice is good when its own attainment reaches the slice's target, else bad; it is unknown or
/// excluded where nothing but that is in it. Slices begin at whole multiples of their length since
/// 1970-01-01T00:00Z; those that a period cuts count with what lies in it.
///
/// @param target the share of a slice that has to be good
public record Timeslices(
    Duration slice, BigDecimal target, ExclusionEffect effect, UnknownAs unknownAs) {

  /// The class of a slice that has this in it, as one.
  public Tally one(Tally within) {
    if (within.total() == 0) {
      return Tally.NONE;
    }
    Attainment attainment = Attainment.of(within, effect, unknownAs);
    if (attainment.base() == 0) {
      return Tally.NONE.plus(
          within.unknown() > 0 ? AttainmentClass.UNKNOWN : AttainmentClass.EXCLUDED, 1);
    }
    boolean good =
        new Bound(Comparator.AT_LEAST, target).accepts(attainment.part(), attainment.base());
    return Tally.NONE.plus(good ? AttainmentClass.GOOD : AttainmentClass.BAD, 1);
  }

  /// The slices of service time by class.
  ///
  /// @param service in order and disjoint
  /// @param excluded in order and disjoint
  public Tally tally(
      StateTimeline timeline, List<Span> service, List<Span> excluded, HourCount hours) {
    Tally tally = Tally.NONE;
    List<Span> inSlice = new ArrayList<>();
    long current = Long.MIN_VALUE;
    for (Span window : service) {
      Instant from = window.start();
      while (from.isBefore(window.end())) {
        long number = number(from);
        if (number != current && !inSlice.isEmpty()) {
          tally = tally.plus(one(timeline.tally(inSlice, excluded, effect, hours)));
          inSlice.clear();
        }
        current = number;
        Instant next = Instant.ofEpochSecond(Math.multiplyExact(number + 1, slice.toSeconds()));
        Instant to = next.isBefore(window.end()) ? next : window.end();
        inSlice.add(new Span(from, to));
        from = to;
      }
    }
    return inSlice.isEmpty()
        ? tally
        : tally.plus(one(timeline.tally(inSlice, excluded, effect, hours)));
  }

  /// Which slice an instant lies in.
  public long number(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), slice.toSeconds());
  }
}
