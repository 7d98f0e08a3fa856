package org.customerfocus.customer.organization;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A membership as a client describes it.
@Schema(
    name = "MembershipRequest",
    description = "How a party belongs to an organisation, and when.")
record MembershipRequest(
    @NotNull UUID memberPartyId,
    @NotNull UUID organizationPartyId,
    @NotNull MembershipType type,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.")
        @Nullable LocalDate validTo) {}
