package org.customerfocus.customer.agreement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which of it there is.
///
/// @param requirementIds those that matter to the customer itself or to a segment that it is in
@Schema(hidden = true)
record PromiseAnswer(
    boolean customer,
    boolean provider,
    List<UUID> coveredUserIds,
    List<UUID> requirementIds,
    List<UUID> offeringIds) {}
