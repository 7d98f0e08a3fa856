package org.customerfocus.customer.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;

/// Records what parties say, whoever passes it on.
@ApplicationScoped
class Statements {

  private final ConsentRepository consents;
  private final Journal journal;
  private final InstantSource clock;

  Statements(ConsentRepository consents, Journal journal, InstantSource clock) {
    this.consents = consents;
    this.journal = journal;
    this.clock = clock;
  }

  Consent record(ConsentRequest request) {
    Consent consent = new Consent(request, clock.instant());
    consents.add(consent);
    journal.record(
        Change.of("consent", "recorded", consent.id())
            .data(
                Map.of(
                    "partyId", request.partyId(),
                    "purpose", request.purpose(),
                    "channel", request.channel(),
                    "status", request.status()))
            .detail(consent.view()));
    return consent;
  }
}
