package org.customerfocus.agreement.underpinning;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// That one promise rests on another, over a span of days.
@Entity
@SuppressWarnings("NullAway.Init")
class Underpinning extends VersionedEntity {

  private UUID agreementId;
  private UUID commitmentId;
  private UUID supportingAgreementId;
  private @Nullable UUID supportingCommitmentId;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private @Nullable String note;

  /// For Hibernate.
  protected Underpinning() {}

  Underpinning(UUID agreementId, UnderpinningRequest as, Instant now) {
    super(now);
    this.agreementId = agreementId;
    take(as);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(UnderpinningRequest as, Instant now) {
    if (as.equals(describe())) {
      return false;
    }
    take(as);
    touch(now);
    return true;
  }

  private void take(UnderpinningRequest as) {
    commitmentId = as.commitmentId();
    supportingAgreementId = as.supportingAgreementId();
    supportingCommitmentId = as.supportingCommitmentId();
    validFrom = as.validFrom();
    validTo = as.validTo();
    note = as.note();
  }

  UnderpinningRequest describe() {
    return new UnderpinningRequest(
        commitmentId, supportingAgreementId, supportingCommitmentId, validFrom, validTo, note);
  }

  UUID agreementId() {
    return agreementId;
  }

  UnderpinningView view() {
    return new UnderpinningView(
        id(),
        agreementId,
        commitmentId,
        supportingAgreementId,
        supportingCommitmentId,
        validFrom,
        validTo,
        note,
        createdAt(),
        updatedAt());
  }
}
