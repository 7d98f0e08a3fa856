package org.customerfocus.customer.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

@Entity
@Table(name = "requirement_need")
class RequirementNeedRow extends TenantEntity {

  private UUID requirementId;
  private UUID needId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected RequirementNeedRow() {}

  RequirementNeedRow(UUID requirementId, UUID needId, int place) {
    this.requirementId = requirementId;
    this.needId = needId;
    this.place = place;
  }

  UUID requirementId() {
    return requirementId;
  }

  UUID needId() {
    return needId;
  }
}
