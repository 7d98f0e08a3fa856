package org.customerfocus.agreement.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/// The months of UTC that some times lie in. Most are in the month of the one before.
final class MonthSet {

  private final Set<Instant> starts = new HashSet<>();
  private long start = Long.MAX_VALUE;
  private long end = Long.MIN_VALUE;

  /// @param micros since 1970
  void add(long micros) {
    if (micros >= start && micros < end) {
      return;
    }
    LocalDate first = LocalDate.ofInstant(Report.instant(micros), ZoneOffset.UTC).withDayOfMonth(1);
    Instant begins = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    starts.add(begins);
    start = begins.getEpochSecond() * 1_000_000;
    end = first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000;
  }

  Set<Instant> starts() {
    return starts;
  }
}
