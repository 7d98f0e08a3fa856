package org.customerfocus.agreement.metric;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// What is counted, and how one occurrence becomes good or bad.
@Entity
class Metric extends VersionedEntity {

  @SuppressWarnings("NullAway.Init")
  private String name;

  @SuppressWarnings("NullAway.Init")
  private MetricType type;

  private @Nullable MetricPhase phase;

  private @Nullable String unit;

  @SuppressWarnings("NullAway.Init")
  private String description;

  /// For Hibernate.
  protected Metric() {}

  Metric(MetricRequest as, Instant now) {
    super(now);
    describe(as);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(MetricRequest as, Instant now) {
    if (as.equals(describe())) {
      return false;
    }
    describe(as);
    touch(now);
    return true;
  }

  private void describe(MetricRequest as) {
    name = as.name();
    type = as.type();
    phase = as.phase();
    unit = as.unit();
    description = as.description();
  }

  MetricRequest describe() {
    return new MetricRequest(name, type, phase, unit, description);
  }

  String name() {
    return name;
  }

  MetricType type() {
    return type;
  }
}
