package org.customerfocus.customer.journey;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A touchpoint as it is answered.
@Schema(description = "A place or means by which customers meet the provider.")
record TouchpointView(
    UUID id,
    String name,
    Channel channel,
    @Nullable UUID offeringId,
    @Nullable String description,
    Instant createdAt,
    Instant updatedAt) {

  static TouchpointView of(Touchpoint touchpoint) {
    TouchpointRequest terms = touchpoint.asRequest();
    return new TouchpointView(
        touchpoint.id(),
        terms.name(),
        terms.channel(),
        terms.offeringId(),
        terms.description(),
        touchpoint.createdAt(),
        touchpoint.updatedAt());
  }
}
