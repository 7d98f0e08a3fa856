package org.customerfocus.survey.invitation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An invitation as it is answered.
@Schema(description = "One person's invitation, and how far it has come.")
record InvitationView(
    UUID id,
    UUID campaignId,
    UUID surveyVersionId,
    @Schema(description = "The customer relationship; absent once the person was erased.")
        @Nullable UUID customerId,
    @Schema(description = "The person or organisation that is invited.") @Nullable UUID partyId,
    @Schema(description = "What set it off, such as an interaction.") @Nullable UUID occasionId,
    InvitationChannel channel,
    InvitationStatus status,
    @Schema(
            description =
                "Whether the survey is anonymous: steps carry the day only, and completions are"
                    + " marked in a daily batch.")
        Boolean anonymous,
    Instant offeredAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Instant expiresAt,
    @Schema(description = "How many reminders were sent.") Integer reminded,
    @Schema(description = "When the next reminder is due.") @Nullable Instant remindAt,
    Frozen attributes,
    @Schema(description = "Why it could not be delivered.") @Nullable String failure) {

  static InvitationView of(Invitation invitation) {
    return new InvitationView(
        invitation.id(),
        invitation.campaignId(),
        invitation.surveyVersionId(),
        invitation.customerId(),
        invitation.partyId(),
        invitation.occasionId(),
        invitation.channel(),
        invitation.status(),
        invitation.anonymous(),
        invitation.offeredAt(),
        invitation.deliveredAt(),
        invitation.openedAt(),
        invitation.startedAt(),
        invitation.completedAt(),
        invitation.expiresAt(),
        invitation.reminded(),
        invitation.remindAt(),
        invitation.attributes(),
        invitation.failure());
  }
}
