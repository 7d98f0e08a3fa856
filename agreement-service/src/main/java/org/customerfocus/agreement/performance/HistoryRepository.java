package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.StateTimeline;
import org.customerfocus.agreement.attainment.Timer;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.jspecify.annotations.Nullable;

/// Reads what happened to things over time: in which state they were, and which timers ran.
@ApplicationScoped
class HistoryRepository {

  private static final int FETCH = 5000;

  private final EntityManager entities;
  private final ObjectMapper json;

  HistoryRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// A thing, and what happened to it.
  record Thing<T>(String type, String reference, List<T> happened) {}

  /// The states of each thing that a promise selects: those that it entered in a time, and the one
  /// that it carried in. One thing is in memory at a time.
  void states(
      Promise promise,
      Instant from,
      Instant to,
      Cut cut,
      Consumer<Thing<StateTimeline.Change>> each) {
    String sql =
        """
        WITH m AS (SELECT * FROM %s m WHERE m.metric_id = :metric AND m.at < :to AND %s)
        SELECT entity_type, entity_reference, at, state FROM (
          SELECT entity_type, entity_reference, at, state,
            rank() OVER (PARTITION BY entity_type, entity_reference ORDER BY at DESC) AS place
          FROM m WHERE at < :from) carried
        WHERE place = 1
        UNION ALL
        SELECT entity_type, entity_reference, at, state FROM m WHERE at >= :from
        ORDER BY 1, 2, 3"""
            .formatted(source("state_change", "state", cut), SelectorParameters.CONDITION);
    Query query = bind(sql, promise, cut).setParameter("from", from).setParameter("to", to);
    read(
        query,
        row ->
            new StateTimeline.Change(
                (Instant) row[2],
                StateTimeline.State.valueOf(((String) row[3]).toUpperCase(Locale.ROOT))),
        each);
  }

  /// The timers of each thing that a promise selects, of those that were touched in a time.
  ///
  /// @param open those that run as well, whenever they were started
  void timers(
      Promise promise,
      Instant from,
      Instant to,
      boolean open,
      Cut cut,
      Consumer<Thing<Timer.Act>> each) {
    String sql =
        """
        WITH m AS (SELECT * FROM %1$s m WHERE m.metric_id = :metric AND m.at <= :cut AND %2$s)
        SELECT entity_type, entity_reference, at, action FROM m
        WHERE (entity_type, entity_reference) IN (
          SELECT entity_type, entity_reference FROM m WHERE at >= :from AND at < :to
          %3$s)
        ORDER BY 1, 2, 3"""
            .formatted(
                source("timer_event", "action", cut),
                SelectorParameters.CONDITION,
                open
                    ? """
                    UNION
                    SELECT entity_type, entity_reference FROM (
                      SELECT DISTINCT ON (entity_type, entity_reference)
                        entity_type, entity_reference, action
                      FROM m ORDER BY entity_type, entity_reference, at DESC) last
                    WHERE action <> 'stop'"""
                    : "");
    Query query =
        bind(sql, promise, cut)
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("cut", cut.at());
    read(
        query,
        row ->
            new Timer.Act(
                (Instant) row[2], Timer.Action.valueOf(((String) row[3]).toUpperCase(Locale.ROOT))),
        each);
  }

  /// When the earliest timer was started that anything happened to in a time.
  @Nullable Instant earliestStart(java.util.UUID metric, Instant from, Instant to) {
    return (Instant)
        entities
            .createNativeQuery(
                """
                SELECT min(at) FROM timer_event
                WHERE metric_id = :metric AND action = 'start'
                  AND (entity_type, entity_reference) IN (
                    SELECT entity_type, entity_reference FROM timer_event
                    WHERE metric_id = :metric AND at >= :from AND at <= :to
                    UNION
                    SELECT entity_type, entity_reference FROM timer_event_history
                    WHERE metric_id = :metric AND at >= :from AND at <= :to)""",
                Instant.class)
            .setParameter("metric", metric)
            .setParameter("from", from)
            .setParameter("to", to)
            .getSingleResult();
  }

  private static String source(String table, String what, Cut cut) {
    if (cut.asOf() == null) {
      return table;
    }
    String columns =
        "metric_id, entity_type, entity_reference, customer_id, offering_id, dimensions, at, "
            + what;
    return """
        (SELECT %1$s FROM %2$s WHERE recorded_at <= :asOf
         UNION ALL
         SELECT %1$s FROM %2$s_history WHERE recorded_at <= :asOf AND superseded_at > :asOf)"""
        .formatted(columns, table);
  }

  private Query bind(String sql, Promise promise, Cut cut) {
    Query query =
        entities
            .createNativeQuery(sql)
            .setHint("org.hibernate.fetchSize", FETCH)
            .setParameter("metric", promise.commitment().metricId());
    for (Map.Entry<String, @Nullable Object> each :
        SelectorParameters.of(promise, this::write).entrySet()) {
      query.setParameter(each.getKey(), each.getValue());
    }
    return cut.asOf() == null ? query : query.setParameter("asOf", cut.asOf());
  }

  private interface Reader<T> {
    T read(Object[] row);
  }

  private static <T> void read(Query query, Reader<T> reader, Consumer<Thing<T>> each) {
    @Nullable String type = null;
    @Nullable String reference = null;
    List<T> happened = new ArrayList<>();
    @SuppressWarnings("unchecked")
    Stream<Object[]> rows = query.getResultStream();
    try (rows) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        if (type != null
            && reference != null
            && !(type.equals(row[0]) && reference.equals(row[1]))) {
          each.accept(new Thing<>(type, reference, List.copyOf(happened)));
          happened.clear();
        }
        type = (String) row[0];
        reference = (String) row[1];
        happened.add(reader.read(row));
      }
    }
    if (type != null && reference != null) {
      each.accept(new Thing<>(type, reference, List.copyOf(happened)));
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Dimensions can always be written as JSON", e);
    }
  }
}
