package org.customerfocus.customer.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A journey as it is answered.
@Schema(description = "What a customer goes through, from the customer to the customer.")
record JourneyView(
    UUID id,
    String name,
    @Nullable String description,
    @Nullable UUID offeringId,
    @Nullable UUID segmentId,
    List<JourneyStage> stages,
    Instant createdAt,
    Instant updatedAt) {

  static JourneyView of(Journey journey, List<JourneyStage> stages) {
    return new JourneyView(
        journey.id(),
        journey.name(),
        journey.description(),
        journey.offeringId(),
        journey.segmentId(),
        stages,
        journey.createdAt(),
        journey.updatedAt());
  }
}
