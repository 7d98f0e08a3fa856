package org.customerfocus.customer.interaction;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.customer.journey.Channel;
import org.customerfocus.customer.recording.SourceRef;
import org.jspecify.annotations.Nullable;

/// A recorded interaction; its participants are [InteractionParticipantRow]s.
@Entity
@SuppressWarnings("NullAway.Init")
class Interaction extends VersionedEntity {

  private UUID customerId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID offeringId;
  private Channel channel;
  private Direction direction;
  private Instant startedAt;
  private @Nullable Instant answeredAt;
  private @Nullable Instant resolvedAt;
  private @Nullable String summary;
  private @Nullable String refScheme;
  private @Nullable String refValue;

  /// For Hibernate. New interactions are written many at once, in SQL.
  protected Interaction() {}

  /// The request that would make this interaction: what a patch is applied to.
  InteractionRequest asRequest(List<InteractionParticipant> participants) {
    return new InteractionRequest(
        customerId,
        touchpointId,
        offeringId,
        channel,
        direction,
        startedAt,
        answeredAt,
        resolvedAt,
        summary,
        participants,
        SourceRef.of(refScheme, refValue));
  }

  /// Takes over what may be corrected: all but whose it is and where it was reported.
  void change(InteractionRequest request, Channel by, Instant now) {
    touchpointId = request.touchpointId();
    offeringId = request.offeringId();
    channel = by;
    direction = request.direction();
    startedAt = request.startedAt();
    answeredAt = request.answeredAt();
    resolvedAt = request.resolvedAt();
    summary = request.summary();
    touch(now);
  }

  Channel channel() {
    return channel;
  }
}
