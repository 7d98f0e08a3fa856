package org.customerfocus.agreement.measurement;

import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What is recorded of a measurement, for reading: it is written in SQL, many at once.
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class RecordedMeasurement extends VersionedEntity {

  private String source;
  private String sourceId;
  private UUID metricId;
  private String entityType;
  private String entityReference;
  private @Nullable UUID customerId;
  private @Nullable UUID offeringId;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> dimensions;

  private Instant at;
  private Instant recordedAt;
  private @Nullable Instant dueAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant completedAt;
  private @Nullable BigDecimal value;
  private @Nullable Boolean good;
  private boolean unknown;

  /// For Hibernate.
  protected RecordedMeasurement() {}

  Instant at() {
    return at;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  MeasurementRequest describe() {
    return new MeasurementRequest(
        source,
        sourceId,
        metricId,
        new EntityReference(entityType, entityReference),
        customerId,
        offeringId,
        dimensions,
        dueAt,
        startedAt,
        completedAt,
        value,
        good,
        unknown);
  }
}
