package org.customerfocus.survey.followup;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A promise to get in touch again.
@Entity
class FollowUp extends VersionedEntity {

  private FollowUpStatus status = FollowUpStatus.PROMISED;
  private String purpose;
  private String channel;
  private Instant dueAt;
  private @Nullable Instant doneAt;
  private @Nullable String outcome;
  private @Nullable UUID caseId;
  private @Nullable UUID feedbackId;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable UUID ownerPartyId;

  @SuppressWarnings("NullAway.Init")
  protected FollowUp() {}

  FollowUp(FollowUpRequest request, Instant now) {
    super(now);
    take(request, now);
  }

  /// @return whether anything differs
  /// @throws ProblemException 409 for a status that it cannot have, 422 for what does not go
  ///   together
  boolean change(FollowUpRequest request, Instant now) {
    FollowUpStatus wanted = request.statusOrPromised();
    if (wanted != status && !status.next().contains(wanted)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A follow-up that is %s cannot become %s: promise another one."
              .formatted(status.wire(), wanted.wire()));
    }
    FollowUpRequest before = asRequest();
    take(request, now);
    if (before.equals(asRequest())) {
      return false;
    }
    touch(now);
    return true;
  }

  private void take(FollowUpRequest request, Instant now) {
    check(request, now);
    status = request.statusOrPromised();
    purpose = request.purpose();
    channel = request.channel();
    dueAt = request.dueAt();
    doneAt =
        status == FollowUpStatus.DONE ? Objects.requireNonNullElse(request.doneAt(), now) : null;
    outcome = request.outcome();
    caseId = request.caseId();
    feedbackId = request.feedbackId();
    customerId = request.customerId();
    partyId = request.partyId();
    ownerPartyId = request.ownerPartyId();
  }

  private static void check(FollowUpRequest request, Instant now) {
    List<FieldError> faults = new ArrayList<>();
    if (request.doneAt() != null && request.statusOrPromised() != FollowUpStatus.DONE) {
      faults.add(FieldError.at("/doneAt", "goes with the status done"));
    }
    if (request.doneAt() != null && request.doneAt().isAfter(now.plusSeconds(300))) {
      faults.add(FieldError.at("/doneAt", "lies in the future"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  FollowUpRequest asRequest() {
    return new FollowUpRequest(
        purpose,
        channel,
        dueAt,
        status,
        doneAt,
        outcome,
        caseId,
        feedbackId,
        customerId,
        partyId,
        ownerPartyId);
  }

  FollowUpView view() {
    return new FollowUpView(
        id(),
        status,
        status.next(),
        purpose,
        channel,
        dueAt,
        doneAt,
        doneAt == null ? null : !doneAt.isAfter(dueAt),
        outcome,
        caseId,
        feedbackId,
        customerId,
        partyId,
        ownerPartyId,
        createdAt(),
        updatedAt());
  }
}
