package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.TermsChanged;
import org.customerfocus.conventions.caller.CurrentCaller;

/// Periods whose terms have changed are counted anew with what rows have marked.
@ApplicationScoped
class TermsRecount {

  // Nothing is kept of periods that end later.
  private static final Duration AHEAD = Duration.ofDays(400);

  private final AgreementRepository agreements;
  private final Promises promises;
  private final PeriodResultRepository results;
  private final CurrentCaller caller;
  private final InstantSource clock;

  TermsRecount(
      AgreementRepository agreements,
      Promises promises,
      PeriodResultRepository results,
      CurrentCaller caller,
      InstantSource clock) {
    this.agreements = agreements;
    this.promises = promises;
    this.results = results;
    this.caller = caller;
    this.clock = clock;
  }

  void onChange(@Observes TermsChanged changed) {
    Instant now = clock.instant();
    Instant until = now.plus(AHEAD);
    if (!until.isAfter(changed.from())) {
      return;
    }
    Set<UUID> metrics =
        promises.of(agreements.view(changed.agreementId()), null).stream()
            .filter(Promise::agreed)
            .map(promise -> promise.commitment().metricId())
            .collect(Collectors.toSet());
    results.mark(metrics, changed.from(), until, caller.get().test(), now);
  }
}
