package org.customerfocus.conventions.servicetime;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.LocalTime;

/// A part of a day by the clock on the wall; a break is what lies between two of them.
///
/// @param from when it begins
/// @param to when it ends, exclusive; midnight is the end of the day
public record Hours(LocalTime from, LocalTime to) {

  private static final long DAY = 24 * 60 * 60;

  /// The whole day.
  public static final Hours WHOLE_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public Hours {
    if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      throw new IllegalArgumentException("%s is not before %s".formatted(from, to));
    }
    if (!from.equals(from.truncatedTo(SECONDS)) || !to.equals(to.truncatedTo(SECONDS))) {
      throw new IllegalArgumentException("Hours begin and end with a second");
    }
  }

  long startSecond() {
    return from.toSecondOfDay();
  }

  long endSecond() {
    return to.equals(LocalTime.MIDNIGHT) ? DAY : to.toSecondOfDay();
  }
}
