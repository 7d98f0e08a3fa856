package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// A calendar month as the clocks of one time zone show it: what the periods that are counted by
/// are held against.
///
/// Its length is real elapsed time: where daylight saving begins or ends in the month it is shorter
/// or longer by just that shift (March 2026 in New York has 44,580 minutes, not 44,640).
public record CalendarMonth(YearMonth month, ZoneId zone) {

  /// The month in which the instant falls in that zone: by it the months are tested to leave no gap
  /// and no overlap.
  public static CalendarMonth containing(Instant instant, ZoneId zone) {
    return new CalendarMonth(YearMonth.from(instant.atZone(zone)), zone);
  }

  /// The months from `from` (inclusive) to `to` (exclusive), in order; none if `to` is not later.
  public static List<CalendarMonth> between(YearMonth from, YearMonth to, ZoneId zone) {
    return Stream.iterate(from, month -> month.isBefore(to), month -> month.plusMonths(1))
        .map(month -> new CalendarMonth(month, zone))
        .toList();
  }

  /// From the first instant of the month to the first instant of the next. Where the clocks skip
  /// midnight, the month begins at the first instant that exists.
  public Span span() {
    return new Span(startOf(month), startOf(month.plusMonths(1)));
  }

  private Instant startOf(YearMonth any) {
    return any.atDay(1).atStartOfDay(zone).toInstant();
  }
}
