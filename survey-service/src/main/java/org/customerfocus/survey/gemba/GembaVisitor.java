package org.customerfocus.survey.gemba;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// One of our own people who went: kept by the database with each change of a visit.
@Entity
class GembaVisitor extends TenantEntity {

  private UUID partyId;
  private int visits;
  private Instant lastVisitedAt;
  private UUID lastVisitId;

  @SuppressWarnings("NullAway.Init")
  protected GembaVisitor() {}

  GembaVisitorView view() {
    return new GembaVisitorView(partyId, visits, lastVisitedAt, lastVisitId);
  }
}
