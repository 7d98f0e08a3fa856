package org.customerfocus.agreement.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Metrics by their names, for whoever brings some from elsewhere.
@ApplicationScoped
public class MetricCatalog {

  private final MetricRepository metrics;
  private final Journal journal;
  private final InstantSource clock;

  MetricCatalog(MetricRepository metrics, Journal journal, InstantSource clock) {
    this.metrics = metrics;
    this.journal = journal;
    this.clock = clock;
  }

  /// A metric that is there.
  public record Known(UUID id, MetricType type, @Nullable String unit) {}

  public Optional<Known> find(String name) {
    return metrics
        .byName(name)
        .map(metric -> new Known(metric.id(), metric.type(), metric.describe().unit()));
  }

  /// @param name which no metric has yet
  public Known add(
      String name,
      MetricType type,
      @Nullable MetricPhase phase,
      @Nullable String unit,
      String description) {
    MetricRequest request =
        new MetricRequest(name, type, phase, unit, description).requireConsistent();
    Metric metric = new Metric(request, clock.instant());
    metrics.add(metric);
    journal.record(Change.of("metric", "created", metric).detail(request));
    return new Known(metric.id(), type, unit);
  }
}
