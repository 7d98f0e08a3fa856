package org.customerfocus.survey.satisfaction;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A measure as it is answered.
@Schema(description = "Which question tells how far a requirement is met, and what it told last.")
record RequirementMeasureView(
    UUID id,
    UUID requirementId,
    UUID surveyId,
    String linkId,
    @Schema(
            description =
                "How far it is met by all answers: their mean on the scale from 0, the lowest step, to"
                    + " 1, the highest. Absent until it has been computed.")
        @Nullable Figure degreeMet,
    @Schema(description = "When the registry was told of it.") @Nullable Instant reportedAt,
    Instant createdAt,
    Instant updatedAt) {

  static RequirementMeasureView of(RequirementMeasure measure) {
    return new RequirementMeasureView(
        measure.id(),
        measure.requirementId(),
        measure.surveyId(),
        measure.linkId(),
        measure.reported(),
        measure.reportedAt(),
        measure.createdAt(),
        measure.updatedAt());
  }
}
