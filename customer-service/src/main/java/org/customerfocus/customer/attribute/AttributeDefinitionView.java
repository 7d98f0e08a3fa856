package org.customerfocus.customer.attribute;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A definition as it is answered.
@Schema(
    name = "AttributeDefinitionView",
    description = "An attribute of persons, organisations, both (party), or customers.")
record AttributeDefinitionView(
    UUID id,
    AttributeTarget target,
    String code,
    AttributeType type,
    String label,
    @Nullable String description,
    boolean required,
    @Nullable List<AttributeOption> options,
    @Nullable Integer maxLength,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    Instant createdAt,
    Instant updatedAt) {

  static AttributeDefinitionView of(AttributeDefinition definition) {
    AttributeDefinitionRequest made = definition.asRequest();
    return new AttributeDefinitionView(
        definition.id(),
        made.target(),
        made.code(),
        made.type(),
        made.label(),
        made.description(),
        definition.required(),
        made.options(),
        made.maxLength(),
        made.minimum(),
        made.maximum(),
        made.earliest(),
        made.latest(),
        definition.createdAt(),
        definition.updatedAt());
  }
}
