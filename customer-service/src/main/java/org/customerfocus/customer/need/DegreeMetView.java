package org.customerfocus.customer.need;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score of how far something was met, as it was recorded.
@Schema(
    name = "DegreeMetView",
    description = "How far a need or a requirement was met, by one score.")
record DegreeMetView(
    UUID id,
    @Schema(description = "Absent for all customers together.") @Nullable UUID segmentId,
    Figure score,
    ScoreSource source,
    Instant asOf,
    Instant recordedAt) {

  static DegreeMetView of(DegreeMet degree) {
    return new DegreeMetView(
        degree.id(),
        degree.segmentId(),
        degree.figure(),
        degree.source(),
        degree.asOf(),
        degree.recordedAt());
  }
}
