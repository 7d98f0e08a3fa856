package org.customerfocus.survey.improvement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of telling somebody.
@Schema(
    name = "ImprovementNotificationRequest",
    description = "Whether somebody was told that what they said has led to something.")
record NotificationRequest(
    @NotNull NotificationStatus status,
    @Schema(description = "When they were told; now without it.") @Nullable Instant toldAt,
    @Size(min = 1, max = 64) @Schema(description = "How they were told.") @Nullable String channel,
    @Size(min = 1, max = 500) @Schema(description = "Why they are not told.")
        @Nullable String reason) {}
