package org.customerfocus.customer.loyalty;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Referral extends VersionedEntity {

  private UUID fromCustomerId;
  private @Nullable UUID toPartyId;
  private @Nullable UUID toCustomerId;
  private @Nullable UUID offeringId;
  private ReferralOutcome outcome;
  private Instant referredAt;

  @SuppressWarnings("NullAway.Init")
  protected Referral() {}

  @SuppressWarnings("NullAway.Init")
  Referral(ReferralRequest request, Instant now) {
    super(now);
    describe(request);
  }

  /// The request that would make this referral: what a patch is applied to.
  ReferralRequest asRequest() {
    return new ReferralRequest(
        fromCustomerId, toPartyId, toCustomerId, offeringId, outcome, referredAt);
  }

  void change(ReferralRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(ReferralRequest request) {
    fromCustomerId = request.fromCustomerId();
    toPartyId = request.toPartyId();
    toCustomerId = request.toCustomerId();
    offeringId = request.offeringId();
    outcome = request.outcome() == null ? ReferralOutcome.PENDING : request.outcome();
    referredAt = request.referredAt();
  }

  UUID fromCustomerId() {
    return fromCustomerId;
  }

  @Nullable UUID toPartyId() {
    return toPartyId;
  }

  @Nullable UUID toCustomerId() {
    return toCustomerId;
  }

  @Nullable UUID offeringId() {
    return offeringId;
  }

  ReferralOutcome outcome() {
    return outcome;
  }

  Instant referredAt() {
    return referredAt;
  }
}
