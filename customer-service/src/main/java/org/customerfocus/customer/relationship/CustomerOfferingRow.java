package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

@Entity
@Table(name = "customer_offering")
class CustomerOfferingRow extends TenantEntity {

  private UUID customerId;
  private UUID offeringId;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected CustomerOfferingRow() {}

  CustomerOfferingRow(UUID customerId, UUID offeringId, int place) {
    this.customerId = customerId;
    this.offeringId = offeringId;
    this.place = place;
  }

  UUID customerId() {
    return customerId;
  }

  int place() {
    return place;
  }

  UUID offeringId() {
    return offeringId;
  }
}
