package org.customerfocus.survey.gemba;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// Somebody who goes on a visit.
@Entity
@Table(name = "gemba_visit_visitor")
class VisitorRow extends TenantEntity {

  private UUID visitId;
  private UUID partyId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected VisitorRow() {}

  VisitorRow(UUID visitId, UUID partyId, int place) {
    this.visitId = visitId;
    this.partyId = partyId;
    this.place = place;
  }

  UUID visitId() {
    return visitId;
  }

  UUID partyId() {
    return partyId;
  }
}
