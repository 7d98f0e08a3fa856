package org.customerfocus.customer.privacy;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class PrivacyRequest extends VersionedEntity {

  private PrivacyRequestKind kind;
  private UUID partyId;
  private PrivacyRequestStatus status;
  private @Nullable String reason;
  private @Nullable String note;
  private LocalDate receivedOn;
  private LocalDate dueOn;
  private @Nullable Instant startedAt;
  private @Nullable Instant completedAt;

  @SuppressWarnings("NullAway.Init")
  protected PrivacyRequest() {}

  @SuppressWarnings("NullAway.Init")
  PrivacyRequest(PrivacyRequestTerms terms, Instant now) {
    super(now);
    this.kind = terms.kind();
    this.partyId = terms.partyId();
    this.status = PrivacyRequestStatus.RECEIVED;
    describe(terms);
  }

  void change(PrivacyRequestTerms terms, Instant now) {
    describe(terms);
    touch(now);
  }

  private void describe(PrivacyRequestTerms terms) {
    reason = terms.reason();
    note = terms.note();
    receivedOn = terms.receivedOn();
    dueOn = terms.dueOn();
  }

  /// @throws ProblemException 409 when the life cycle does not allow it
  void become(PrivacyRequestStatus next, Instant now) {
    if (!status.allowed(kind).contains(next)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A request of this kind that is %s cannot become %s."
              .formatted(status.wire(), next.wire()));
    }
    enter(next, now);
  }

  /// The platform has done its work.
  void complete(Instant now) {
    enter(PrivacyRequestStatus.COMPLETED, now);
  }

  private void enter(PrivacyRequestStatus next, Instant now) {
    status = next;
    if (next == PrivacyRequestStatus.IN_PROGRESS) {
      startedAt = now;
    } else {
      completedAt = now;
    }
    touch(now);
  }

  PrivacyRequestTerms terms() {
    return new PrivacyRequestTerms(kind, partyId, status, reason, note, receivedOn, dueOn);
  }

  PrivacyRequestKind kind() {
    return kind;
  }

  UUID partyId() {
    return partyId;
  }

  PrivacyRequestStatus status() {
    return status;
  }

  @Nullable Instant startedAt() {
    return startedAt;
  }

  @Nullable Instant completedAt() {
    return completedAt;
  }
}
