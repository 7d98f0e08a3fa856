package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.customerfocus.conventions.servicetime.Pause;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/// When a service is there, and how long that is.
public record ServiceTime(ServiceCalendar calendar, HourCount hours) {

  /// How far [#due] looks ahead.
  private static final int HORIZON_DAYS = 3660;

  private static final int STEP_DAYS = 30;
  private static final long DAY = 24 * 60 * 60;

  /// The service time in a window, in order and disjoint.
  public List<Span> in(Span window) {
    return calendar.windows(window.start(), window.end(), List.of()).stream()
        .map(each -> new Span(each.start(), each.end()))
        .toList();
  }

  /// How much service time lies between two instants less the pauses, in microseconds.
  public long micros(Instant from, Instant to, List<Pause> pauses) {
    return calendar.windows(from, to, pauses).stream()
        .mapToLong(each -> hours.micros(each.start(), each.end()))
        .reduce(0, Math::addExact);
  }

  /// How long a timer ran until an instant, in microseconds of service time.
  public long micros(Timer timer, Instant until) {
    Instant stop = timer.stop();
    Instant end = stop == null || stop.isAfter(until) ? until : stop;
    return micros(timer.start(), end, timer.pauses());
  }

  /// The first instant at which that much service time has gone by.
  ///
  /// @param within in microseconds
  /// @return null where it is never reached: a pause lasts, or there is no service within ten years
  public @Nullable Instant due(Instant from, long within, List<Pause> pauses) {
    long left = within;
    Instant start = from;
    for (int days = 0; days < HORIZON_DAYS && left > 0; days += STEP_DAYS) {
      Instant end = start.plusSeconds(STEP_DAYS * DAY);
      for (ServiceCalendar.Window window : calendar.windows(start, end, pauses)) {
        long length = hours.micros(window.start(), window.end());
        if (length >= left) {
          return after(window, left);
        }
        left -= length;
      }
      start = end;
    }
    return left > 0 ? null : from;
  }

  /// The first instant of a window after which that much has gone by. What goes by never falls, so
  /// halving finds it.
  private Instant after(ServiceCalendar.Window window, long micros) {
    if (hours.hours() == CountedHours.ELAPSED) {
      return window.start().plus(micros, ChronoUnit.MICROS);
    }
    long low = 0;
    long high = ChronoUnit.MICROS.between(window.start(), window.end());
    while (low < high) {
      long middle = low + (high - low) / 2;
      Instant until = window.start().plus(middle, ChronoUnit.MICROS);
      if (hours.micros(window.start(), until) >= micros) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return window.start().plus(low, ChronoUnit.MICROS);
  }
}
