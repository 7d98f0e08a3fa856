package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer_role")
class CustomerRoleRow extends TenantEntity {

  private UUID customerId;
  private String type;
  private @Nullable UUID offeringId;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected CustomerRoleRow() {}

  CustomerRoleRow(UUID customerId, CustomerRole role, int place) {
    this.customerId = customerId;
    this.type = role.type();
    this.offeringId = role.offeringId();
    this.validFrom = role.validFrom();
    this.validTo = role.validTo();
    this.place = place;
  }

  UUID customerId() {
    return customerId;
  }

  int place() {
    return place;
  }

  CustomerRole role() {
    return new CustomerRole(type, offeringId, validFrom, validTo);
  }
}
