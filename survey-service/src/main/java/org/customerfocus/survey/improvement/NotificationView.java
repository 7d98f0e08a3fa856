package org.customerfocus.survey.improvement;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Somebody to be told, as it is answered.
@Schema(
    name = "ImprovementNotificationView",
    description = "Somebody whose words led to an improvement that is done.")
record NotificationView(
    UUID id,
    UUID improvementId,
    UUID partyId,
    @Nullable UUID customerId,
    NotificationStatus status,
    @Nullable Instant toldAt,
    @Nullable String channel,
    @Nullable String reason,
    Instant createdAt,
    Instant updatedAt) {}
