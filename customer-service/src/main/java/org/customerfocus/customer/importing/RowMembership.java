package org.customerfocus.customer.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.customer.organization.MembershipType;
import org.customerfocus.customer.party.ExternalRef;
import org.jspecify.annotations.Nullable;

/// How the party of a row belongs to an organisation.
///
/// @param organization a reference that the organisation has already, or an earlier row of the file
record RowMembership(
    @Nullable @Valid ExternalRef organization,
    @Nullable UUID organizationPartyId,
    @NotNull MembershipType type,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {}
