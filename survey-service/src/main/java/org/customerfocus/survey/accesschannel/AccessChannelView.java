package org.customerfocus.survey.accesschannel;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An access channel as it is answered.
@Schema(description = "A way by which customers reach the provider, with its contact standards.")
record AccessChannelView(
    UUID id,
    String code,
    String name,
    @Nullable String description,
    @Nullable String contact,
    @Schema(description = "Hours, minutes and seconds of service time.")
        @Nullable String answerWithin,
    @Nullable String acknowledgeWithin,
    @Nullable String respondWithin,
    @Nullable String resolveWithin,
    @Nullable ServiceHours serviceHours,
    Instant createdAt,
    Instant updatedAt) {

  static AccessChannelView of(AccessChannel channel) {
    AccessChannelRequest as = channel.asRequest();
    return new AccessChannelView(
        channel.id(),
        as.code(),
        as.name(),
        as.description(),
        as.contact(),
        as.answerWithin(),
        as.acknowledgeWithin(),
        as.respondWithin(),
        as.resolveWithin(),
        as.serviceHours(),
        channel.createdAt(),
        channel.updatedAt());
  }
}
