package org.customerfocus.survey.delivery;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An e-mail as it is answered.
@Schema(
    name = "SurveyMailView",
    description =
        "An e-mail to somebody who was invited, and what became of it. Its address is asked for when"
            + " it is sent and kept nowhere.")
record SurveyMailView(
    UUID id,
    UUID invitationId,
    UUID campaignId,
    MailKind kind,
    @Schema(description = "0 is the invitation, 1 the first reminder.") int ordinal,
    MailStatus status,
    @Schema(description = "When it is to be sent.") Instant dueAt,
    @Schema(description = "How often it was tried.") int attempts,
    @Schema(description = "When the mail server took it.") @Nullable Instant sentAt,
    @Schema(description = "Why it was not sent, or not yet.") @Nullable String reason,
    Instant createdAt) {}
