package org.customerfocus.conventions.servicetime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When a service is there. An instant is service time when the clock on the wall of the time zone
/// shows a day and a time that lie within the hours of that day: an exception's where there is one,
/// none on a holiday, else those of the weekday. So a span that a change of clocks skips is shorter
/// by what is skipped, and one that it repeats counts twice.
///
/// @param zone whose clocks count
/// @param week the hours of each weekday; a day that is missing has none
/// @param holidays the days without hours
/// @param exceptions the hours of single days, holidays or not; none closes the day
public record ServiceCalendar(
    ZoneId zone,
    Map<DayOfWeek, List<Hours>> week,
    Holidays holidays,
    Map<LocalDate, List<Hours>> exceptions) {

  /// How far [#due] looks ahead.
  private static final int HORIZON_DAYS = 3660;

  private static final int STEP_DAYS = 14;

  /// No offset differs by more from UTC.
  private static final long WIDEST_OFFSET = 18 * 60 * 60;

  private static final long DAY = 24 * 60 * 60;

  public ServiceCalendar {
    week = Map.copyOf(week);
    exceptions = Map.copyOf(exceptions);
  }

  /// Day and night.
  public static ServiceCalendar always() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(Hours.WHOLE_DAY));
    }
    return new ServiceCalendar(ZoneOffset.UTC, week, Holidays.NONE, Map.of());
  }

  /// A while of service time without interruption.
  public record Window(Instant start, Instant end) {}

  /// The service time from one instant to another, less the pauses; zero where the second is not
  /// after the first.
  public Duration elapsed(Instant from, Instant to, List<Pause> pauses) {
    Duration sum = Duration.ZERO;
    for (Window window : windows(from, to, pauses)) {
      sum = sum.plus(Duration.between(window.start(), window.end()));
    }
    return sum;
  }

  /// The first instant at which that much service time has gone by: `elapsed(from, due) = within`,
  /// and less at every instant before.
  ///
  /// @return null where it is never reached: the pause lasts, or there is no service within ten
  ///   years
  public @Nullable Instant due(Instant from, Duration within, List<Pause> pauses) {
    if (within.isZero() || within.isNegative()) {
      return from;
    }
    Duration left = within;
    Instant start = from;
    for (int days = 0; days < HORIZON_DAYS; days += STEP_DAYS) {
      Instant end = start.plusSeconds(STEP_DAYS * DAY);
      for (Window window : windows(start, end, pauses)) {
        Duration length = Duration.between(window.start(), window.end());
        if (length.compareTo(left) >= 0) {
          return window.start().plus(left);
        }
        left = left.minus(length);
      }
      start = end;
    }
    return null;
  }

  /// The service time between two instants less the pauses, in order and disjoint.
  public List<Window> windows(Instant from, Instant to, List<Pause> pauses) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    // Two dates may take turns around a change of clocks at midnight, so that neighbours are asked
    // as well, and all are sorted.
    LocalDate last = LocalDate.ofInstant(to, zone).plusDays(1);
    List<Window> all = new ArrayList<>();
    for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      collect(day, from, to, all);
    }
    return without(joined(all), pauses);
  }

  private List<Hours> hours(LocalDate day) {
    List<Hours> exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    List<Hours> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
    return usual.isEmpty() || holidays.includes(day) ? List.of() : usual;
  }

  /// Adds what of the day's hours lies between two instants: for each offset that is in force
  /// around the day, the hours by that offset, as far as it is in force.
  private void collect(LocalDate day, Instant from, Instant to, List<Window> all) {
    List<Hours> hours = hours(day);
    if (hours.isEmpty()) {
      return;
    }
    ZoneRules rules = zone.getRules();
    long midnight = day.toEpochDay() * DAY;
    Instant begin = Instant.ofEpochSecond(midnight - WIDEST_OFFSET);
    Instant end = Instant.ofEpochSecond(midnight + DAY + WIDEST_OFFSET);
    Instant since = begin;
    while (since.isBefore(end)) {
      ZoneOffsetTransition next = rules.nextTransition(since);
      Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
      long local = midnight - rules.getOffset(since).getTotalSeconds();
      for (Hours each : hours) {
        Instant start =
            later(Instant.ofEpochSecond(local + each.startSecond()), later(since, from));
        Instant stop = earlier(Instant.ofEpochSecond(local + each.endSecond()), earlier(until, to));
        if (start.isBefore(stop)) {
          all.add(new Window(start, stop));
        }
      }
      since = until;
    }
  }

  private static List<Window> joined(List<Window> windows) {
    windows.sort(Comparator.comparing(Window::start));
    List<Window> joined = new ArrayList<>();
    for (Window each : windows) {
      Window before = joined.isEmpty() ? null : joined.getLast();
      if (before == null || before.end().isBefore(each.start())) {
        joined.add(each);
      } else {
        joined.set(joined.size() - 1, new Window(before.start(), later(before.end(), each.end())));
      }
    }
    return joined;
  }

  private static List<Window> without(List<Window> windows, List<Pause> pauses) {
    List<Window> left = windows;
    for (Pause pause : pauses) {
      List<Window> rest = new ArrayList<>();
      for (Window each : left) {
        if (each.start().isBefore(pause.start())) {
          rest.add(new Window(each.start(), earlier(each.end(), pause.start())));
        }
        Instant end = pause.end();
        if (end != null && !end.isBefore(pause.start()) && end.isBefore(each.end())) {
          Instant start = later(each.start(), end);
          // What lies before the pause as a whole is there already.
          if (!each.end().isBefore(pause.start()) && start.isBefore(each.end())) {
            rest.add(new Window(start, each.end()));
          }
        }
      }
      left = rest;
    }
    return left;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
