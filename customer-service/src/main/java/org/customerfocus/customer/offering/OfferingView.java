package org.customerfocus.customer.offering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering as it is answered.
@Schema(description = "A product, program or service.")
record OfferingView(
    UUID id,
    String name,
    OfferingKind kind,
    OfferingStatus status,
    @Schema(description = "What the status may become.") List<OfferingStatus> allowedStatuses,
    @Nullable String description,
    Instant createdAt,
    Instant updatedAt) {

  static OfferingView of(Offering offering) {
    return new OfferingView(
        offering.id(),
        offering.name(),
        offering.kind(),
        offering.status(),
        offering.status().allowed(),
        offering.description(),
        offering.createdAt(),
        offering.updatedAt());
  }
}
