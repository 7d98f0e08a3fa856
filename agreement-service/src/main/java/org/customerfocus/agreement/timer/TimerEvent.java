package org.customerfocus.agreement.timer;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.agreement.measurement.EntityReference;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A recorded timer event, for reading: it is written in SQL, many at once.
@Entity
@SuppressWarnings("NullAway.Init")
class TimerEvent extends TenantEntity {

  @Version private long version;
  private Instant createdAt;
  private Instant recordedAt;
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
  private TimerAction action;

  /// For Hibernate.
  protected TimerEvent() {}

  long version() {
    return version;
  }

  TimerEventView view() {
    return new TimerEventView(
        id(),
        source,
        sourceId,
        metricId,
        new EntityReference(entityType, entityReference),
        customerId,
        offeringId,
        dimensions,
        at,
        action,
        recordedAt,
        createdAt);
  }
}
