package org.customerfocus.customer.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// What the other services do for a request, as they tell it. Told again, nothing changes.
@ApplicationScoped
class PrivacyParts {

  private final PrivacyRequestRepository requests;
  private final PrivacyService privacy;
  private final InstantSource clock;

  PrivacyParts(PrivacyRequestRepository requests, PrivacyService privacy, InstantSource clock) {
    this.requests = requests;
    this.privacy = privacy;
    this.clock = clock;
  }

  /// Keeps a piece of a part, unless the part is whole or the party erased.
  void keep(UUID id, String service, UUID attempt, int ordinal, byte[] piece) {
    PrivacyRequest request = requests.get(id);
    PrivacyRequestPart part = part(request, service, true);
    if (isAwaited(request, part) && requests.holdParty(request.partyId())) {
      requests.keep(part.id(), attempt, ordinal, piece);
    }
  }

  /// All pieces of a part are here.
  ///
  /// @throws ProblemException 409 when they are not
  void handIn(UUID id, String service, UUID attempt, int pieces) {
    PrivacyRequest request = requests.getLocked(id);
    PrivacyRequestPart part = part(request, service, true);
    if (!isAwaited(request, part)) {
      return;
    }
    // What was gathered before an erasure, and comes after it, is not kept any more.
    boolean kept = requests.holdParty(request.partyId());
    if (kept && requests.settle(part.id(), attempt) != pieces) {
      throw new ProblemException(
          Problems.CONFLICT, "Not all %d pieces are here: send them again.".formatted(pieces));
    }
    done(request, part, kept ? attempt : null);
  }

  /// The service has erased what it knew.
  void confirm(UUID id, String service) {
    PrivacyRequest request = requests.getLocked(id);
    PrivacyRequestPart part = part(request, service, false);
    if (isAwaited(request, part)) {
      done(request, part, null);
    }
  }

  private PrivacyRequestPart part(PrivacyRequest request, String service, boolean archive) {
    if (request.kind().asksForArchive() != archive) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A request of this kind is answered with %s."
              .formatted(archive ? "confirmations" : "parts"));
    }
    return requests
        .part(request.id(), service)
        .orElseThrow(() -> ProblemException.notFound("part of the service", service));
  }

  private static boolean isAwaited(PrivacyRequest request, PrivacyRequestPart part) {
    return request.status() == PrivacyRequestStatus.IN_PROGRESS && part.doneAt() == null;
  }

  private void done(PrivacyRequest request, PrivacyRequestPart part, @Nullable UUID attempt) {
    part.done(clock.instant(), attempt);
    request.change(request.terms(), clock.instant());
    privacy.completeWhenDone(request);
  }
}
