package org.customerfocus.customer.audience;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Someone who is reached.
///
/// @param throughCustomerId the customer that the person was reached through
/// @param customerId the person's own relationship with the same provider, else that customer
@Schema(hidden = true)
record AudienceMember(
    UUID throughCustomerId,
    UUID customerId,
    UUID partyId,
    @Nullable UUID organizationPartyId,
    String lifecycle,
    List<String> roles,
    List<UUID> segmentIds) {}
