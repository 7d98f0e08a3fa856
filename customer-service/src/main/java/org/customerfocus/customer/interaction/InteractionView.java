package org.customerfocus.customer.interaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.journey.Channel;
import org.customerfocus.customer.recording.SourceRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An interaction as it is answered.
@Schema(description = "A contact between a customer and the provider.")
record InteractionView(
    UUID id,
    UUID customerId,
    @Nullable UUID touchpointId,
    @Nullable UUID offeringId,
    Channel channel,
    Direction direction,
    Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant resolvedAt,
    @Nullable String summary,
    List<InteractionParticipant> participants,
    @Nullable SourceRef externalRef,
    Instant createdAt,
    Instant updatedAt) {

  static InteractionView of(Interaction interaction, List<InteractionParticipant> participants) {
    InteractionRequest request = interaction.asRequest(participants);
    return new InteractionView(
        interaction.id(),
        request.customerId(),
        request.touchpointId(),
        request.offeringId(),
        interaction.channel(),
        request.direction(),
        request.startedAt(),
        request.answeredAt(),
        request.resolvedAt(),
        request.summary(),
        participants,
        request.externalRef(),
        interaction.createdAt(),
        interaction.updatedAt());
  }
}
