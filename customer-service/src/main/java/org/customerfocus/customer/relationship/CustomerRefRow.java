package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

@Entity
@Table(name = "customer_external_ref")
class CustomerRefRow extends TenantEntity {

  private UUID customerId;
  private String scheme;
  private String value;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected CustomerRefRow() {}

  CustomerRefRow(UUID customerId, CustomerRef ref, int place) {
    this.customerId = customerId;
    this.scheme = ref.scheme();
    this.value = ref.value();
    this.place = place;
  }

  UUID customerId() {
    return customerId;
  }

  int place() {
    return place;
  }

  CustomerRef ref() {
    return new CustomerRef(scheme, value);
  }
}
