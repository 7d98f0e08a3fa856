package org.customerfocus.customer.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One phase of a customer's life cycle.
@Schema(name = "LifecyclePhase", description = "One phase of a customer's life cycle.")
record LifecyclePhase(
    Lifecycle lifecycle,
    @Nullable LifecycleReasonType reasonType,
    @Nullable String reason,
    @Nullable UUID switchedToPartyId,
    @Schema(description = "Absent where the beginning of the relationship is not known.")
        @Nullable LocalDate validFrom,
    @Schema(description = "The first day of the next phase; absent for the present one.")
        @Nullable LocalDate validTo,
    @Schema(description = "When it was recorded so.") Instant recordedAt) {}
