package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.customer.recording.PlacedRow;

@Entity
@Table(name = "customer_offering")
class CustomerOfferingRow extends PlacedRow<UUID> {

  private UUID customerId;
  private UUID offeringId;

  @SuppressWarnings("NullAway.Init")
  protected CustomerOfferingRow() {}

  CustomerOfferingRow(UUID customerId, UUID offeringId, int place) {
    super(place);
    this.customerId = customerId;
    this.offeringId = offeringId;
  }

  UUID customerId() {
    return customerId;
  }

  @Override
  protected UUID part() {
    return offeringId;
  }
}
