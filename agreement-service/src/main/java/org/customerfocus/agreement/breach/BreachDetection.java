package org.customerfocus.agreement.breach;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;

/// Follows the results of periods, in the transactions that store them: a breach is there with the
/// result that shows it, or neither is.
@ApplicationScoped
class BreachDetection {

  /// Before whatever wants to know of the breach.
  static final int FIRST = 1000;

  private final BreachRepository breaches;
  private final Journal journal;
  private final InstantSource clock;

  BreachDetection(BreachRepository breaches, Journal journal, InstantSource clock) {
    this.breaches = breaches;
    this.journal = journal;
    this.clock = clock;
  }

  void decided(@Observes @Priority(FIRST) PeriodDecided decided) {
    Instant now = clock.instant();
    Optional<Breach> known = breaches.hold(decided.commitmentId(), decided.period());
    if (known.isPresent()) {
      String verb = known.get().follow(decided, now);
      if (verb != null) {
        record(known.get(), verb);
      }
    } else if (decided.status() == AttainmentStatus.BREACHED) {
      Breach breach = new Breach(decided, now);
      breaches.add(breach);
      record(breach, "detected");
    }
  }

  private void record(Breach breach, String verb) {
    journal.record(
        Change.of("breach", verb, breach)
            .data(
                Map.of(
                    "agreementId",
                    breach.agreementId(),
                    "commitmentId",
                    breach.commitmentId(),
                    "status",
                    breach.status().wire()))
            .detail(breach.view()));
  }
}
