package org.customerfocus.customer.stakeholder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stakeholder as it is answered.
@Schema(name = "StakeholderView", description = "A party with a stake in what we do.")
record StakeholderView(
    UUID id,
    UUID partyId,
    List<StakeholderRelation> relations,
    @Nullable UUID offeringId,
    @Nullable String interest,
    @Nullable StakeholderLevel interestLevel,
    @Nullable StakeholderLevel influenceLevel,
    @Nullable String strategy,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant createdAt,
    Instant updatedAt) {

  static StakeholderView of(Stakeholder stakeholder, StakeholderRequest as) {
    return new StakeholderView(
        stakeholder.id(),
        as.partyId(),
        as.relations(),
        as.offeringId(),
        as.interest(),
        as.interestLevel(),
        as.influenceLevel(),
        as.strategy(),
        as.validFrom(),
        as.validTo(),
        stakeholder.createdAt(),
        stakeholder.updatedAt());
  }
}
