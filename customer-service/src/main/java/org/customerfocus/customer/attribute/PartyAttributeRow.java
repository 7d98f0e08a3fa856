package org.customerfocus.customer.attribute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "party_attribute")
class PartyAttributeRow extends AttributeRow {

  @Column(name = "party_id")
  private UUID ownerId;

  @SuppressWarnings("NullAway.Init")
  protected PartyAttributeRow() {}

  PartyAttributeRow(UUID owner, UUID definition, TypedValue value) {
    super(definition, value);
    this.ownerId = owner;
  }

  @Override
  UUID ownerId() {
    return ownerId;
  }
}
