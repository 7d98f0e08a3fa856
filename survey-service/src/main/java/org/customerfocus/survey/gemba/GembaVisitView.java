package org.customerfocus.survey.gemba;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A visit as it is answered.
@Schema(description = "A visit to where the product is used.")
record GembaVisitView(
    UUID id,
    String title,
    @Nullable String purpose,
    @Nullable String place,
    @Nullable UUID customerId,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    List<UUID> visitorPartyIds,
    GembaStatus status,
    @Schema(description = "What a change of status may lead to.") List<GembaStatus> allowedStatuses,
    @Nullable Instant plannedFor,
    @Nullable Instant visitedAt,
    Met met,
    List<ObservationView> observations,
    List<FindingView> findings,
    Instant createdAt,
    Instant updatedAt) {

  /// An observation with its id.
  @Schema(name = "GembaObservationView", description = "What was seen on a visit.")
  record ObservationView(
      UUID id,
      String key,
      String seen,
      @Nullable String said,
      @Nullable String where,
      @Nullable UUID withPartyId,
      @Nullable String withWhom,
      List<String> evidence,
      @Nullable UUID offeringId,
      @Nullable UUID touchpointId,
      @Nullable UUID requirementId) {}

  /// A finding with its id.
  @Schema(name = "GembaFindingView", description = "What was learned on a visit.")
  record FindingView(
      UUID id,
      String key,
      FindingKind kind,
      String statement,
      List<String> observationKeys,
      @Nullable UUID touchpointId,
      @Nullable UUID requirementId) {}
}
