package org.customerfocus.agreement.timer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.agreement.measurement.EntityReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A timer event as it is shown.
@Schema(
    description =
        "What happens to the timer of one thing under one metric. Events may arrive in any order.")
record TimerEventView(
    UUID id,
    String source,
    String sourceId,
    UUID metricId,
    EntityReference entity,
    @Nullable UUID customerId,
    @Nullable UUID offeringId,
    Map<String, String> dimensions,
    Instant at,
    TimerAction action,
    @Schema(description = "When it was recorded as it is now.") Instant recordedAt,
    Instant createdAt) {}
