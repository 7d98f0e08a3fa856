package org.customerfocus.customer.need;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "need_evidence")
class EvidenceRow extends TenantEntity {

  private @Nullable UUID needId;
  private @Nullable UUID requirementId;
  private EvidenceKind kind;
  private @Nullable String reference;
  private @Nullable String words;
  private @Nullable UUID customerId;
  private LocalDate dated;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected EvidenceRow() {}

  private EvidenceRow(
      @Nullable UUID needId, @Nullable UUID requirementId, Evidence evidence, int place) {
    this.needId = needId;
    this.requirementId = requirementId;
    this.kind = evidence.kind();
    this.reference = evidence.reference();
    this.words = evidence.text();
    this.customerId = evidence.customerId();
    this.dated = evidence.date();
    this.place = place;
  }

  static EvidenceRow of(Subject subject, Evidence evidence, int place) {
    return new EvidenceRow(subject.needId(), subject.requirementId(), evidence, place);
  }

  @Nullable UUID needId() {
    return needId;
  }

  @Nullable UUID requirementId() {
    return requirementId;
  }

  Evidence evidence() {
    return new Evidence(kind, reference, words, customerId, dated);
  }
}
