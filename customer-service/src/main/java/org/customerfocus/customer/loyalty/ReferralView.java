package org.customerfocus.customer.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A referral as it is answered.
@Schema(description = "That a customer recommended the provider to somebody.")
record ReferralView(
    UUID id,
    UUID fromCustomerId,
    @Nullable UUID toPartyId,
    @Nullable UUID toCustomerId,
    @Nullable UUID offeringId,
    ReferralOutcome outcome,
    Instant referredAt,
    Instant createdAt,
    Instant updatedAt) {

  static ReferralView of(Referral referral) {
    return new ReferralView(
        referral.id(),
        referral.fromCustomerId(),
        referral.toPartyId(),
        referral.toCustomerId(),
        referral.offeringId(),
        referral.outcome(),
        referral.referredAt(),
        referral.createdAt(),
        referral.updatedAt());
  }
}
