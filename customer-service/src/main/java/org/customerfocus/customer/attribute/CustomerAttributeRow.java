package org.customerfocus.customer.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "customer_attribute")
class CustomerAttributeRow extends AttributeRow {

  @Column(name = "customer_id")
  private UUID ownerId;

  @SuppressWarnings("NullAway.Init")
  protected CustomerAttributeRow() {}

  CustomerAttributeRow(UUID owner, UUID definition, TypedValue value) {
    super(definition, value);
    this.ownerId = owner;
  }

  @Override
  UUID ownerId() {
    return ownerId;
  }
}
