package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customerfocus.agreement.attainment.Period;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;

/// Holds what was counted of a promise against its terms as they are now: an amendment, a notice or
/// a suspension may leave less of a period than was counted, or nothing.
@ApplicationScoped
class PeriodReview {

  private static final int AT_ONCE = 50;

  private final PeriodDueRepository due;
  private final PeriodResultRepository results;
  private final PeriodRecounter recounter;

  PeriodReview(PeriodDueRepository due, PeriodResultRepository results, PeriodRecounter recounter) {
    this.due = due;
    this.results = results;
    this.recounter = recounter;
  }

  /// Looks at some results again.
  ///
  /// @param from the first period is the one that this instant lies in
  void some(Promise promise, Instant from, Instant now) {
    results.hold(promise.agreementId());
    String first = promise.window().containing(from).key();
    List<Stored> found = results.from(promise.id(), first, AT_ONCE);
    List<Part> changed = new ArrayList<>();
    for (Stored each : found) {
      Period period = promise.window().named(each.period()).orElseThrow();
      Optional<Part> part = promise.in(period);
      if (each.basis().equals(promise.basis(period))) {
        continue;
      }
      if (part.isPresent()) {
        changed.add(part.get());
      } else {
        recounter.withdraw(promise, period, now);
      }
    }
    recounter.recount(promise, changed, now);
    due.review(promise.id(), found.size() < AT_ONCE ? null : after(promise, found.getLast()));
  }

  /// An instant in the period after.
  private static Instant after(Promise promise, Stored last) {
    Period period = promise.window().named(last.period()).orElseThrow();
    return promise.window().after(period).span().end().minus(Duration.ofMillis(1));
  }
}
