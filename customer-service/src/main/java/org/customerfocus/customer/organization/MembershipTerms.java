package org.customerfocus.customer.organization;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A membership inside a request that says whose it is.
@Schema(name = "InlineMembershipRequest", description = "How a person belongs to the organisation.")
public record MembershipTerms(
    @NotNull MembershipType type,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it holds no more.")
        @Nullable LocalDate validTo) {}
