package org.customerfocus.customer.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "requirement_importance")
class RequirementImportanceRow extends TenantEntity {

  private UUID requirementId;
  private @Nullable UUID segmentId;
  private @Nullable UUID customerId;
  private @Nullable String role;
  private int importance;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected RequirementImportanceRow() {}

  RequirementImportanceRow(UUID requirementId, RequirementImportance importance, int place) {
    this.requirementId = requirementId;
    this.segmentId = importance.segmentId();
    this.customerId = importance.customerId();
    this.role = importance.role();
    this.importance = importance.importance();
    this.place = place;
  }

  UUID requirementId() {
    return requirementId;
  }

  RequirementImportance importance() {
    return new RequirementImportance(segmentId, customerId, role, importance);
  }
}
