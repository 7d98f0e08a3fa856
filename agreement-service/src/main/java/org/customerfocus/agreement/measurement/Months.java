package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The months under which measurements can be filed. One that nothing was filed under yet is made
/// when it is needed, and known from then on.
@ApplicationScoped
class Months {

  /// What is filed under an earlier time lies together.
  private static final long OLDEST = number(Instant.parse("1990-01-01T00:00:00Z"));

  private final MeasurementRepository measurements;
  private final Set<Long> known = ConcurrentHashMap.newKeySet();

  Months(MeasurementRepository measurements) {
    this.measurements = measurements;
  }

  /// Makes sure that there is a place for what is filed under this time.
  void open(Instant at) {
    long month = Math.max(number(at), OLDEST - 1);
    if (!known.contains(month)) {
      measurements.prepare(at);
      known.add(month);
    }
  }

  private static long number(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return day.getYear() * 12L + day.getMonthValue();
  }
}
