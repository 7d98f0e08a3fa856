package org.customerfocus.survey.gemba;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// A finding of a visit.
@Entity
@Table(name = "gemba_finding")
class FindingRow extends TenantEntity {

  private UUID visitId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  private String key;
  private FindingKind kind;
  private String statement;

  @Convert(converter = TextsColumn.class)
  private List<String> observationKeys;

  private @Nullable UUID touchpointId;
  private @Nullable UUID requirementId;

  @SuppressWarnings("NullAway.Init")
  protected FindingRow() {}

  @SuppressWarnings("NullAway.Init")
  FindingRow(UUID visitId, GembaFinding finding, int place) {
    this.visitId = visitId;
    this.key = finding.key();
    take(finding, place);
  }

  final void take(GembaFinding finding, int at) {
    place = at;
    kind = finding.kind();
    statement = finding.statement();
    observationKeys = finding.observationKeys() == null ? List.of() : finding.observationKeys();
    touchpointId = finding.touchpointId();
    requirementId = finding.requirementId();
  }

  UUID visitId() {
    return visitId;
  }

  String key() {
    return key;
  }

  GembaFinding request() {
    return new GembaFinding(
        key, kind, statement, GembaVisit.orNull(observationKeys), touchpointId, requirementId);
  }

  GembaVisitView.FindingView view() {
    return new GembaVisitView.FindingView(
        id(), key, kind, statement, observationKeys, touchpointId, requirementId);
  }
}
