package org.customerfocus.agreement.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A measurement as it is shown.
@Schema(description = "One promised thing and what came of it.")
record MeasurementView(
    UUID id,
    String source,
    String sourceId,
    UUID metricId,
    EntityReference entity,
    @Nullable UUID customerId,
    @Nullable UUID offeringId,
    Map<String, String> dimensions,
    @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable BigDecimal value,
    @Nullable Boolean good,
    @Schema(description = "True where it happened but nobody knows how it went.") Boolean unknown,
    @Schema(description = "True while nothing has come of it yet.") Boolean open,
    @Schema(
            description =
                "The time that it is filed under: dueAt, else startedAt, else completedAt.")
        Instant at,
    @Schema(description = "When it was recorded as it is now.") Instant recordedAt,
    Instant createdAt,
    Instant updatedAt) {

  static MeasurementView of(RecordedMeasurement measurement) {
    MeasurementRequest as = measurement.describe();
    return new MeasurementView(
        measurement.id(),
        as.source(),
        as.sourceId(),
        as.metricId(),
        as.entity(),
        as.customerId(),
        as.offeringId(),
        as.dimensions() == null ? Map.of() : as.dimensions(),
        as.dueAt(),
        as.startedAt(),
        as.completedAt(),
        as.value(),
        as.good(),
        as.isUnknown(),
        as.isOpen(),
        measurement.at(),
        measurement.recordedAt(),
        measurement.createdAt(),
        measurement.updatedAt());
  }
}
