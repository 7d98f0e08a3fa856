package org.customerfocus.survey.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A follow-up as it is answered.
@Schema(description = "That somebody was promised to hear from us, by when, and what came of it.")
record FollowUpView(
    UUID id,
    FollowUpStatus status,
    List<FollowUpStatus> allowedStatuses,
    String purpose,
    String channel,
    Instant dueAt,
    @Nullable Instant doneAt,
    @Schema(description = "Whether it was done by then; absent while it is not done.")
        @Nullable Boolean inTime,
    @Nullable String outcome,
    @Nullable UUID caseId,
    @Nullable UUID feedbackId,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable UUID ownerPartyId,
    Instant createdAt,
    Instant updatedAt) {}
