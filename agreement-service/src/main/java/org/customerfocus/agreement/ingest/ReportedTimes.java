package org.customerfocus.agreement.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Which times can be reported.
public final class ReportedTimes {

  /// Nobody promises for later, and a month for which there is a place is never given up again.
  private static final Duration FARTHEST = Duration.ofDays(3653);

  /// Nobody measured earlier, and long before it calendars disagree on which day it was.
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private static final long EARLIEST_MICROS = micros(EARLIEST);

  private ReportedTimes() {}

  /// @param times in microseconds since 1970, or [Report#NONE]
  static boolean areSound(Instant now, long... times) {
    long latest = micros(now.plus(FARTHEST));
    for (long each : times) {
      if (each != Report.NONE && (each < EARLIEST_MICROS || each > latest)) {
        return false;
      }
    }
    return true;
  }

  /// What is wrong with a time that is reported.
  ///
  /// @param pointer the JSON Pointer of the time
  public static List<FieldError> faults(String pointer, @Nullable Instant time, Instant now) {
    if (time == null) {
      return List.of();
    }
    if (time.isBefore(EARLIEST)) {
      return List.of(FieldError.at(pointer, "must not be earlier than 1900"));
    }
    return time.isAfter(now.plus(FARTHEST))
        ? List.of(FieldError.at(pointer, "must not lie more than ten years ahead"))
        : List.of();
  }

  /// Microseconds since 1970, or the earliest or latest that there are.
  static long micros(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (Math.abs(seconds) > Long.MAX_VALUE / Report.MICROS - 1) {
      return seconds < 0 ? Report.NONE + 1 : Long.MAX_VALUE;
    }
    return seconds * Report.MICROS + instant.getNano() / 1000;
  }
}
