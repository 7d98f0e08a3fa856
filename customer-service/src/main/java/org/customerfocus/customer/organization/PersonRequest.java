package org.customerfocus.customer.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.party.PartyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of the people of an organisation, new or known.
@Schema(
    name = "OrganizationPersonRequest",
    description =
        "One of the people of the organisation: new (party) or known (partyId). Registered with a"
            + " customer, a user-of membership makes the person a customer of the same provider, as"
            + " an end user.")
public record PersonRequest(
    @Valid @Nullable PartyRequest party,
    @Nullable UUID partyId,
    @Size(max = 10) @Nullable List<@NotNull @Valid MembershipTerms> memberships,
    @Valid @Nullable SigningAuthorityTerms signingAuthority) {}
