package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.customer.recording.PlacedRow;

@Entity
@Table(name = "customer_external_ref")
class CustomerRefRow extends PlacedRow<CustomerRef> {

  private UUID customerId;
  private String scheme;
  private String value;

  @SuppressWarnings("NullAway.Init")
  protected CustomerRefRow() {}

  CustomerRefRow(UUID customerId, CustomerRef ref, int place) {
    super(place);
    this.customerId = customerId;
    this.scheme = ref.scheme();
    this.value = ref.value();
  }

  UUID customerId() {
    return customerId;
  }

  @Override
  protected CustomerRef part() {
    return new CustomerRef(scheme, value);
  }
}
