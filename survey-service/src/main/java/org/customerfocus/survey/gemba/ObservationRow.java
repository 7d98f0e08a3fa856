package org.customerfocus.survey.gemba;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// An observation of a visit.
@Entity
@Table(name = "gemba_observation")
class ObservationRow extends TenantEntity {

  private UUID visitId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  private String key;
  private String seen;
  private @Nullable String said;
  private @Nullable String seenWhere;
  private @Nullable UUID withPartyId;
  private @Nullable String withWhom;

  @Convert(converter = TextsColumn.class)
  private List<String> evidence;

  private @Nullable UUID offeringId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID requirementId;

  @SuppressWarnings("NullAway.Init")
  protected ObservationRow() {}

  @SuppressWarnings("NullAway.Init")
  ObservationRow(UUID visitId, GembaObservation observation, int place) {
    this.visitId = visitId;
    this.key = observation.key();
    take(observation, place);
  }

  final void take(GembaObservation observation, int at) {
    place = at;
    seen = observation.seen();
    said = observation.said();
    seenWhere = observation.where();
    withPartyId = observation.withPartyId();
    withWhom = observation.withWhom();
    evidence = observation.evidence() == null ? List.of() : observation.evidence();
    offeringId = observation.offeringId();
    touchpointId = observation.touchpointId();
    requirementId = observation.requirementId();
  }

  UUID visitId() {
    return visitId;
  }

  String key() {
    return key;
  }

  GembaObservation request() {
    return new GembaObservation(
        key,
        seen,
        said,
        seenWhere,
        withPartyId,
        withWhom,
        GembaVisit.orNull(evidence),
        offeringId,
        touchpointId,
        requirementId);
  }

  GembaVisitView.ObservationView view() {
    return new GembaVisitView.ObservationView(
        id(),
        key,
        seen,
        said,
        seenWhere,
        withPartyId,
        withWhom,
        evidence,
        offeringId,
        touchpointId,
        requirementId);
  }
}
