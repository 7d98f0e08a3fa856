package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.customer.recording.PlacedRow;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer_role")
class CustomerRoleRow extends PlacedRow<CustomerRole> {

  private UUID customerId;
  private String type;
  private @Nullable UUID offeringId;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected CustomerRoleRow() {}

  CustomerRoleRow(UUID customerId, CustomerRole role, int place) {
    super(place);
    this.customerId = customerId;
    this.type = role.type();
    this.offeringId = role.offeringId();
    this.validFrom = role.validFrom();
    this.validTo = role.validTo();
  }

  UUID customerId() {
    return customerId;
  }

  @Override
  protected CustomerRole part() {
    return new CustomerRole(type, offeringId, validFrom, validTo);
  }
}
