package org.customerfocus.agreement.metric;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A metric as it is shown.
@Schema(description = "What is measured, in words that the customer would use.")
record MetricView(
    UUID id,
    String name,
    MetricType type,
    @Nullable MetricPhase phase,
    @Nullable String unit,
    String description,
    Instant createdAt,
    Instant updatedAt) {

  static MetricView of(Metric metric) {
    MetricRequest as = metric.describe();
    return new MetricView(
        metric.id(),
        as.name(),
        as.type(),
        as.phase(),
        as.unit(),
        as.description(),
        metric.createdAt(),
        metric.updatedAt());
  }
}
