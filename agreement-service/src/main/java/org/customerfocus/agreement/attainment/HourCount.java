package org.customerfocus.agreement.attainment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/// How long a time is, in microseconds: real elapsed time, or nominal hours of the clocks of a
/// zone.
///
/// Nominal: what the clocks skip counts where they skip it, and what they repeat counts once. So a
/// day has 24 hours, and the length of two adjoining times is the sum of theirs.
public record HourCount(CountedHours hours, ZoneId zone) {

  /// In microseconds, of which both instants are whole numbers.
  public long micros(Instant from, Instant to) {
    long real = ChronoUnit.MICROS.between(from, to);
    return hours == CountedHours.ELAPSED ? real : Math.addExact(real, shift(from, to));
  }

  /// What clocks skip in a time, less what they repeat in it.
  private long shift(Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    long shift = 0;
    // What is repeated may have begun before.
    @Nullable ZoneOffsetTransition each = rules.nextTransition(from.minus(Duration.ofDays(2)));
    while (each != null && each.getInstant().isBefore(to)) {
      Instant at = each.getInstant();
      if (each.isGap() && !at.isBefore(from)) {
        shift = Math.addExact(shift, micros(each.getDuration()));
      } else if (each.isOverlap()) {
        Instant start = at.isBefore(from) ? from : at;
        Instant repeated = at.minus(each.getDuration());
        Instant end = repeated.isBefore(to) ? repeated : to;
        if (start.isBefore(end)) {
          shift = Math.subtractExact(shift, ChronoUnit.MICROS.between(start, end));
        }
      }
      each = rules.nextTransition(at);
    }
    return shift;
  }

  private static long micros(Duration whole) {
    return Math.multiplyExact(whole.toSeconds(), 1_000_000L);
  }
}
