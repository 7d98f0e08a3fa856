package org.customerfocus.customer.attribute;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// One recorded value: exactly one of the columns is filled.
@MappedSuperclass
abstract class AttributeRow extends TenantEntity {

  private UUID definitionId;
  private @Nullable String textValue;
  private @Nullable Long integerValue;
  private @Nullable Boolean booleanValue;
  private @Nullable LocalDate dateValue;
  private @Nullable Instant instantValue;

  @SuppressWarnings("NullAway.Init")
  protected AttributeRow() {}

  AttributeRow(UUID definition, TypedValue value) {
    this.definitionId = definition;
    this.textValue = value.text();
    this.integerValue = value.integer();
    this.booleanValue = value.truth();
    this.dateValue = value.date();
    this.instantValue = value.instant();
  }

  abstract UUID ownerId();

  UUID definitionId() {
    return definitionId;
  }

  boolean says(UUID definition, TypedValue value) {
    return definitionId.equals(definition) && value().equals(value);
  }

  TypedValue value() {
    return new TypedValue(textValue, integerValue, booleanValue, dateValue, instantValue);
  }
}
