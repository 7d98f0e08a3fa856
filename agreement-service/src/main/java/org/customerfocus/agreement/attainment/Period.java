package org.customerfocus.agreement.attainment;

import java.time.LocalDate;
import java.time.ZoneId;

/// A period over which a promise is held against its target: whole days as the clocks of one time
/// zone show them. Its length is real elapsed time, so it is shorter or longer by just the shift
/// where clocks change in it.
///
/// @param key names it among the periods of its window: `2026-03`, `2026-Q1`, `2026`, and by its
///   last day where the window is rolling
/// @param last the day after its last one
public record Period(String key, LocalDate first, LocalDate last, ZoneId zone) {

  /// From the first instant of the first day to the first instant after the last. Where the clocks
  /// skip midnight, a day begins at the first instant that exists.
  public Span span() {
    return new Span(first.atStartOfDay(zone).toInstant(), last.atStartOfDay(zone).toInstant());
  }
}
