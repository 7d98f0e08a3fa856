package org.customerfocus.survey.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation, as the other features need it.
///
/// @param customerId absent once the person was erased, as `partyId` is
public record Invited(
    UUID id,
    UUID campaignId,
    UUID surveyVersionId,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    InvitationChannel channel,
    InvitationStatus status,
    boolean anonymous,
    @Nullable Instant expiresAt,
    Frozen attributes) {

  /// Whether it can be answered no more although it was not: its campaign has ended, or its time.
  public boolean ended(Instant now) {
    return status == InvitationStatus.EXPIRED
        || (status != InvitationStatus.COMPLETED && expiresAt != null && !now.isBefore(expiresAt));
  }

  static Invited of(Invitation invitation) {
    return new Invited(
        invitation.id(),
        invitation.campaignId(),
        invitation.surveyVersionId(),
        invitation.customerId(),
        invitation.partyId(),
        invitation.channel(),
        invitation.status(),
        invitation.anonymous(),
        invitation.expiresAt(),
        invitation.attributes());
  }
}
