package org.customerfocus.customer.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Periods of the calendar, one after the other, up to the one that is running.
///
/// @param zone in which days begin and end
/// @param starts the first day of each period
/// @param end the first day after the last period
/// @param today the last day that anything is known of
public record Periods(ZoneId zone, List<LocalDate> starts, LocalDate end, LocalDate today) {

  /// The most periods that one answer tells about.
  public static final int MOST = 120;

  /// The periods that the days from `from` to `to` (exclusive) lie in. Those that have not begun
  /// yet are left out; more than one above [#MOST] are not made.
  public static Periods of(
      PeriodUnit unit, ZoneId zone, LocalDate from, LocalDate to, LocalDate today) {
    LocalDate first = unit.floor(from);
    List<LocalDate> starts = new ArrayList<>();
    LocalDate start = first;
    while (start.isBefore(to) && !start.isAfter(today) && starts.size() <= MOST) {
      starts.add(start);
      start = unit.plus(first, starts.size());
    }
    return new Periods(zone, List.copyOf(starts), start, today);
  }

  /// The first day of the period so many before the one that the date lies in.
  public static LocalDate before(PeriodUnit unit, LocalDate date, int periods) {
    return unit.plus(unit.floor(date), -periods);
  }

  /// All of them as one.
  public Periods whole() {
    return new Periods(zone, List.of(starts.getFirst()), end, today);
  }

  public int size() {
    return starts.size();
  }

  /// The first day of each period, and the first day after the last.
  public List<LocalDate> bounds() {
    List<LocalDate> bounds = new ArrayList<>(starts);
    bounds.add(end);
    return bounds;
  }

  /// The days as of which is counted: the eve of the first period, then the last day of each
  /// period, today where it is running.
  public List<LocalDate> closings() {
    List<LocalDate> closings = new ArrayList<>();
    for (LocalDate bound : bounds()) {
      LocalDate last = bound.minusDays(1);
      closings.add(last.isAfter(today) ? today : last);
    }
    return closings;
  }

  /// The instants at which the [#bounds] begin.
  public List<Instant> instants() {
    return bounds().stream().map(this::begin).toList();
  }

  /// The instants at which the [#closings] end.
  public List<Instant> closingInstants() {
    return closings().stream().map(day -> begin(day.plusDays(1))).toList();
  }

  private Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  public LocalDate endOf(int period) {
    return period + 1 < size() ? starts.get(period + 1) : end;
  }

  /// Whether the period is over.
  public boolean complete(int period) {
    return !endOf(period).isAfter(today);
  }
}
