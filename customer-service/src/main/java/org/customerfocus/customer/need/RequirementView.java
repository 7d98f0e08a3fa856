package org.customerfocus.customer.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.customer.need.DegreesMet.Known;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A requirement as it is answered.
@Schema(name = "RequirementView", description = "What decides whether they leave satisfied.")
record RequirementView(
    UUID id,
    String statement,
    RequirementKind kind,
    Voice voice,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Nullable String measure,
    @Nullable String target,
    List<RequirementImportance> importances,
    List<UUID> needIds,
    List<Evidence> evidence,
    @Schema(
            description =
                "How far it is met, 0 to 1, by the latest score of all customers together.")
        Figure degreeMet,
    @Schema(description = "As of when the degree met holds.") @Nullable Instant degreeMetAsOf,
    @Schema(description = "The latest score of each segment that has one; not in lists.")
        @Nullable List<DegreeMetView> degreesMetBySegment,
    Instant createdAt,
    Instant updatedAt) {

  static RequirementView of(
      Requirement requirement,
      RequirementRequest as,
      Known degree,
      @Nullable List<DegreeMetView> bySegment) {
    RequirementParts parts = as.parts();
    return new RequirementView(
        requirement.id(),
        as.statement(),
        as.kind(),
        as.voice(),
        as.offeringId(),
        as.touchpointId(),
        as.measure(),
        as.target(),
        parts.importances(),
        parts.needIds(),
        parts.evidence(),
        degree.figure(),
        degree.asOf(),
        bySegment,
        requirement.createdAt(),
        requirement.updatedAt());
  }
}
