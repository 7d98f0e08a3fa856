package org.customerfocus.agreement.statechange;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.agreement.measurement.EntityReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A state change as it is shown.
@Schema(description = "In which state something is from a time on, until the next change.")
record StateChangeView(
    UUID id,
    String source,
    String sourceId,
    UUID metricId,
    EntityReference entity,
    @Nullable UUID customerId,
    @Nullable UUID offeringId,
    Map<String, String> dimensions,
    Instant at,
    EntityState state,
    @Schema(description = "When it was recorded as it is now.") Instant recordedAt,
    Instant createdAt) {}
