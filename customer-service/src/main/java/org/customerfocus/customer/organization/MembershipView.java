package org.customerfocus.customer.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A membership as it is answered.
@Schema(name = "MembershipView", description = "How a party belongs to an organisation, and when.")
public record MembershipView(
    UUID id,
    UUID memberPartyId,
    UUID organizationPartyId,
    MembershipType type,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant createdAt,
    Instant updatedAt) {

  static MembershipView of(Membership membership) {
    return new MembershipView(
        membership.id(),
        membership.memberPartyId(),
        membership.organizationPartyId(),
        membership.type(),
        membership.validFrom(),
        membership.validTo(),
        membership.createdAt(),
        membership.updatedAt());
  }
}
