package org.customerfocus.agreement.entitytype;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entity type as it is shown.
@Schema(
    description = "A kind of thing that services are counted in: an order, a delivery, a visit.")
public record EntityTypeView(
    UUID id,
    @Schema(description = "What measurements and commitments name it by.") String code,
    @Schema(description = "What it is called, by language (BCP 47).") Map<String, String> names,
    @Nullable String description,
    Instant createdAt,
    Instant updatedAt) {

  static EntityTypeView of(EntityType type) {
    EntityTypeRequest as = type.describe();
    return new EntityTypeView(
        type.id(), as.code(), as.names(), as.description(), type.createdAt(), type.updatedAt());
  }
}
