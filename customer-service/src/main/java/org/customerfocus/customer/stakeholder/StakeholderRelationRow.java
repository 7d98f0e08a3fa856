package org.customerfocus.customer.stakeholder;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

@Entity
@Table(name = "stakeholder_relation")
class StakeholderRelationRow extends TenantEntity {

  private UUID stakeholderId;
  private StakeholderRelation relation;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected StakeholderRelationRow() {}

  StakeholderRelationRow(UUID stakeholderId, StakeholderRelation relation, int place) {
    this.stakeholderId = stakeholderId;
    this.relation = relation;
    this.place = place;
  }

  UUID stakeholderId() {
    return stakeholderId;
  }

  StakeholderRelation relation() {
    return relation;
  }
}
