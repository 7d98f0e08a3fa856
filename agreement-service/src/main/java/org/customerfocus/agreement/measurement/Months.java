package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The months under which measurements can be filed. One that nothing was filed under yet is made
/// when it is needed, and known from then on.
@ApplicationScoped
class Months {

  /// What is filed under an earlier time lies together.
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

  private final MeasurementRepository measurements;
  private final Set<Instant> open = ConcurrentHashMap.newKeySet();

  Months(MeasurementRepository measurements) {
    this.measurements = measurements;
  }

  /// Makes sure that there is a place for what is filed under this month.
  void open(Instant month) {
    Instant known = month.isBefore(OLDEST) ? Instant.EPOCH : month;
    if (!open.contains(known)) {
      measurements.prepare(month);
      open.add(known);
    }
  }
}
