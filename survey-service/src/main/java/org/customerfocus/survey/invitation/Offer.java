package org.customerfocus.survey.invitation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a campaign offers to people.
///
/// @param reminderDays how many days after the offer there are reminders, ascending
public record Offer(
    UUID campaignId,
    UUID surveyVersionId,
    boolean anonymous,
    @Nullable Instant expiresAt,
    List<Integer> reminderDays) {

  /// Whom it is offered to.
  ///
  /// @param occasionId what set it off, where the campaign invites again and again
  public record Person(
      @Nullable UUID customerId,
      UUID partyId,
      @Nullable UUID occasionId,
      InvitationChannel channel,
      Frozen attributes) {}
}
