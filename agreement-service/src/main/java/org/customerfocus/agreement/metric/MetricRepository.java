package org.customerfocus.agreement.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Every query on metrics.
@ApplicationScoped
public class MetricRepository {

  static final Fields FIELDS =
      Fields.of("metric")
          .sortable("name", String.class)
          .sortable("type", MetricType.class)
          .sortable("createdAt", Instant.class)
          .sortable("updatedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  MetricRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Metric get(UUID id) {
    return get(id, LockModeType.NONE);
  }

  /// The metric, with nobody else changing it or beginning to use it until the transaction ends.
  Metric lock(UUID id) {
    return get(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Metric get(UUID id, LockModeType lock) {
    Metric metric = entities.find(Metric.class, id, lock);
    if (metric == null) {
      throw ProblemException.notFound("metric", id);
    }
    return metric;
  }

  Page<Metric> list(PageQuery query) {
    return keyset.page(Metric.class, FIELDS, query);
  }

  void add(Metric metric) {
    entities.persist(metric);
  }

  void remove(Metric metric) {
    entities.remove(metric);
  }

  Optional<Metric> byName(String name) {
    return entities
        .createQuery("from Metric m where m.name = :name", Metric.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  boolean nameTaken(String name, UUID except) {
    return entities
            .createQuery(
                "select count(*) from Metric m where m.name = :name and m.id <> :except",
                Long.class)
            .setParameter("name", name)
            .setParameter("except", except)
            .getSingleResult()
        > 0;
  }

  /// What refers to a metric.
  Uses uses(UUID id) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    SELECT (SELECT count(*) FROM commitment WHERE metric_id = :id),
                           EXISTS (SELECT 1 FROM measurement WHERE metric_id = :id)
                           OR EXISTS (SELECT 1 FROM measurement_history WHERE metric_id = :id)
                           OR EXISTS (SELECT 1 FROM state_change WHERE metric_id = :id)
                           OR EXISTS (SELECT 1 FROM state_change_history WHERE metric_id = :id)
                           OR EXISTS (SELECT 1 FROM timer_event WHERE metric_id = :id)
                           OR EXISTS (SELECT 1 FROM timer_event_history WHERE metric_id = :id)""")
                .setParameter("id", id)
                .getSingleResult();
    return new Uses(((Number) row[0]).longValue(), (Boolean) row[1]);
  }

  record Uses(long commitments, boolean measured) {
    boolean any() {
      return commitments > 0 || measured;
    }
  }

  /// The types of those of the metrics that exist. They stay as they are until the transaction
  /// ends, so that what is written by a type keeps to it.
  public Map<UUID, MetricType> types(Collection<UUID> ids) {
    return entities
        .createQuery("from Metric m where m.id in :ids order by m.id", Metric.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultStream()
        .collect(Collectors.toMap(Metric::id, Metric::type));
  }

  /// The types and units of those of the metrics that exist, for whoever only reads.
  public Map<UUID, Measure> measures(Collection<UUID> ids) {
    return entities
        .createQuery("from Metric m where m.id in :ids", Metric.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(
            Collectors.toMap(
                Metric::id, m -> new Measure(m.name(), m.type(), m.describe().unit())));
  }

  /// Those of the metrics that exist, with all that they say.
  public Map<UUID, Described> described(Collection<UUID> ids) {
    return entities
        .createQuery("from Metric m where m.id in :ids", Metric.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Metric::id, m -> Described.of(m.describe())));
  }

  /// What a metric says of itself.
  public record Described(
      String name,
      MetricType type,
      @Nullable MetricPhase phase,
      @Nullable String unit,
      String description) {

    private static Described of(MetricRequest as) {
      return new Described(as.name(), as.type(), as.phase(), as.unit(), as.description());
    }
  }

  /// What a metric measures, and in which unit.
  public record Measure(String name, MetricType type, @Nullable String unit) {}
}
