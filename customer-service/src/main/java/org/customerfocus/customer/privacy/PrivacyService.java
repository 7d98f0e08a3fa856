package org.customerfocus.customer.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.customer.importing.ImportErasure;
import org.customerfocus.customer.party.PartyChanged;
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Does what a privacy request asks for: here at once, in the other services by an event that they
/// act on and answer.
@ApplicationScoped
class PrivacyService {

  private final PrivacyRequestRepository requests;
  private final ReachRepository reach;
  private final ErasureRepository erasure;
  private final ImportErasure imports;
  private final PartyService parties;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<PartyChanged> changes;
  private final List<String> services;

  PrivacyService(
      PrivacyRequestRepository requests,
      ReachRepository reach,
      ErasureRepository erasure,
      ImportErasure imports,
      PartyService parties,
      Journal journal,
      InstantSource clock,
      Event<PartyChanged> changes,
      @ConfigProperty(name = "customerfocus.privacy.services") List<String> services) {
    this.requests = requests;
    this.reach = reach;
    this.erasure = erasure;
    this.imports = imports;
    this.parties = parties;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
    this.services = services;
  }

  PrivacyRequest receive(PrivacyRequestTerms terms) {
    PrivacyRequest request = new PrivacyRequest(terms, clock.instant());
    requests.add(request);
    journal.record(
        Change.of("privacy-request", "created", request)
            .data(Map.of("kind", terms.kind(), "partyId", terms.partyId()))
            .detail(terms.asRequest()));
    return terms.status() == PrivacyRequestStatus.RECEIVED
        ? request
        : become(request, terms.status());
  }

  /// Moves a request on in its life cycle, and begins the work where that is what it asks for.
  ///
  /// @return the request, read anew where the work has rewritten its rows
  PrivacyRequest become(PrivacyRequest request, PrivacyRequestStatus next) {
    request.become(next, clock.instant());
    if (next != PrivacyRequestStatus.IN_PROGRESS || !request.kind().automatic()) {
      journal.record(change(request, next.wire()));
      return request;
    }
    for (String service : services) {
      requests.add(new PrivacyRequestPart(request.id(), service));
    }
    return request.kind() == PrivacyRequestKind.ERASURE ? erase(request) : gather(request);
  }

  private PrivacyRequest gather(PrivacyRequest request) {
    Reach found = reach.of(request.partyId());
    journal.record(
        change(request, "started")
            .data(
                Map.of(
                    "kind", request.kind(),
                    "partyId", request.partyId(),
                    "partyIds", found.partyIds(),
                    "customerIds", found.customerIds())));
    completeWhenDone(request);
    return request;
  }

  private PrivacyRequest erase(PrivacyRequest request) {
    UUID party = request.partyId();
    Instant now = clock.instant();
    journal.record(change(request, "started"));
    List<UUID> importsAtWork = imports.hold();
    erasure.lock(party);
    Reach found = reach.of(party);
    found.parties().forEach(each -> changes.fire(new PartyChanged(each)));
    imports.erase(erasure.traces(found), importsAtWork);
    erasure.erase(found, now);
    journal.record(
        Change.of("party", "erased", parties.referred(party, "/partyId"))
            .data(
                Map.of(
                    "privacyRequestId", request.id(),
                    "partyIds", found.partyIds(),
                    "customerIds", found.customerIds())));
    PrivacyRequest erased = requests.get(request.id());
    completeWhenDone(erased);
    return erased;
  }

  /// Completes a request that nobody has anything to do for any more.
  void completeWhenDone(PrivacyRequest request) {
    boolean done = requests.parts(request.id()).stream().allMatch(each -> each.doneAt() != null);
    if (done) {
      request.complete(clock.instant());
      journal.record(change(request, "completed"));
    }
  }

  private static Change change(PrivacyRequest request, String verb) {
    return Change.of("privacy-request", verb, request)
        .data(Map.of("kind", request.kind(), "partyId", request.partyId()));
  }
}
