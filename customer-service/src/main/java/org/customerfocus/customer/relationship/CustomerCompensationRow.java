package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer_compensation")
class CustomerCompensationRow extends TenantEntity {

  private UUID customerId;
  private CompensationKind kind;
  private @Nullable String description;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected CustomerCompensationRow() {}

  CustomerCompensationRow(UUID customerId, Compensation compensation, int place) {
    this.customerId = customerId;
    this.kind = compensation.kind();
    this.description = compensation.description();
    this.place = place;
  }

  UUID customerId() {
    return customerId;
  }

  int place() {
    return place;
  }

  Compensation compensation() {
    return new Compensation(kind, description);
  }
}
