package org.customerfocus.survey.improvement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// What led to an improvement.
@Entity
@Table(name = "improvement_evidence")
class EvidenceRow extends TenantEntity {

  private UUID improvementId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  private EvidenceType type;
  private UUID refId;
  private @Nullable String question;
  private @Nullable String note;

  @SuppressWarnings("NullAway.Init")
  protected EvidenceRow() {}

  EvidenceRow(UUID improvementId, ImprovementRequest.Evidence evidence, int place) {
    this.improvementId = improvementId;
    this.place = place;
    this.type = evidence.type();
    this.refId = evidence.id();
    this.question = evidence.question();
    this.note = evidence.note();
  }

  UUID improvementId() {
    return improvementId;
  }

  ImprovementRequest.Evidence evidence() {
    return new ImprovementRequest.Evidence(type, refId, question, note);
  }
}
