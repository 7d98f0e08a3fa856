package org.customerfocus.customer.agreement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which of it there is.
///
/// @param customerParty whether the party that is named is the customer's, or none is named
/// @param itself whether the provider is the customer's own party
/// @param requirementIds those that matter to the customer itself or to a segment that it is in
@Schema(hidden = true)
record PromiseAnswer(
    boolean customer,
    boolean provider,
    boolean customerParty,
    boolean itself,
    List<UUID> coveredUserIds,
    List<UUID> requirementIds,
    List<UUID> offeringIds) {}
