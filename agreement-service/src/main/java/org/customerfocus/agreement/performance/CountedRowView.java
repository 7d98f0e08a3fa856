package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A measurement and the class in which a commitment counts it.
@Schema(
    name = "CountedMeasurementView",
    description = "A measurement and the class in which a commitment counts it.")
record CountedRowView(
    UUID id,
    CountedClass countedAs,
    @Schema(description = "The time that places it in the period.") Instant placedAt,
    String source,
    String sourceId,
    String entityType,
    String entityReference,
    @Nullable UUID customerId,
    @Nullable UUID offeringId,
    @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable BigDecimal value,
    @Nullable Boolean good) {

  /// A class, or what is not counted yet.
  @Schema(name = "CountedClass")
  enum CountedClass implements WireEnum {
    GOOD,
    BAD,
    EXCLUDED,
    UNKNOWN,
    NOT_YET_DUE
  }

  static CountedRowView of(EventCountRepository.Row row) {
    return new CountedRowView(
        row.id(),
        CountedClass.valueOf(row.found()),
        row.placedAt(),
        row.source(),
        row.sourceId(),
        row.entityType(),
        row.entityReference(),
        row.customerId(),
        row.offeringId(),
        row.dueAt(),
        row.startedAt(),
        row.completedAt(),
        row.value(),
        row.good());
  }
}
