package org.customerfocus.survey.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CoverageRepository {

  /// First who is next, each source in the order of its index and no further than needed; then what
  /// they said, from the same indexes between the first and the last of them. So nothing is read
  /// twice, however many customers there are.
  static final String HEARD =
      """
      WITH listed AS MATERIALIZED (
        SELECT customer_id FROM (
          (SELECT DISTINCT customer_id FROM response
           WHERE customer_id > :after AND status IN ('completed', 'amended')
             AND responded_at >= :from AND responded_at < :to
           ORDER BY customer_id LIMIT :customers)
          UNION
          (SELECT DISTINCT customer_id FROM feedback
           WHERE customer_id > :after AND received_at >= :from AND received_at < :to
           ORDER BY customer_id LIMIT :customers)
          UNION
          (SELECT DISTINCT customer_id FROM gemba_visit
           WHERE customer_id > :after AND status = 'done'
             AND visited_at >= :from AND visited_at < :to
           ORDER BY customer_id LIMIT :customers)) heard
        ORDER BY customer_id LIMIT :customers),
      last AS MATERIALIZED (
        SELECT customer_id FROM listed ORDER BY customer_id DESC LIMIT 1)
      SELECT customer_id, party_id, source, channel, form, count(*) AS items, max(at) AS last_at
      FROM (
        SELECT customer_id, party_id, 'responses' AS source, coalesce(channel, '') AS channel,
          '' AS form, responded_at AS at
        FROM response
        WHERE customer_id > :after AND customer_id <= (SELECT customer_id FROM last)
          AND status IN ('completed', 'amended')
          AND responded_at >= :from AND responded_at < :to
        UNION ALL
        SELECT customer_id, party_id, 'feedback', channel, form, received_at FROM feedback
        WHERE customer_id > :after AND customer_id <= (SELECT customer_id FROM last)
          AND received_at >= :from AND received_at < :to
        UNION ALL
        SELECT customer_id, NULL, 'visits', '', '', visited_at FROM gemba_visit
        WHERE customer_id > :after AND customer_id <= (SELECT customer_id FROM last)
          AND status = 'done' AND visited_at >= :from AND visited_at < :to) said
      GROUP BY customer_id, party_id, source, channel, form
      ORDER BY customer_id""";

  private final EntityManager entities;

  CoverageRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// What was heard of a customer in one way.
  record Heard(
      UUID customerId,
      @Nullable UUID partyId,
      MethodSource source,
      String channel,
      String form,
      long items,
      Instant lastAt) {}

  /// What was heard of the next customers by id.
  ///
  /// @param customers of how many at most
  List<Heard> heard(Instant from, Instant to, UUID after, int customers) {
    Query query = entities.createNativeQuery(HEARD, Tuple.class);
    List<?> rows =
        query
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("after", after)
            .setParameter("customers", customers)
            .getResultList();
    return rows.stream().map(row -> heard((Tuple) row)).toList();
  }

  private static Heard heard(Tuple row) {
    return new Heard(
        row.get(0, UUID.class),
        row.get(1, UUID.class),
        switch (row.get(2, String.class)) {
          case "responses" -> MethodSource.RESPONSES;
          case "feedback" -> MethodSource.FEEDBACK;
          default -> MethodSource.VISITS;
        },
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, Number.class).longValue(),
        row.get(6, Instant.class));
  }

  /// Visits to one role or segment.
  ///
  /// @param role null for a segment
  /// @param segmentId null for a role
  /// @param lastAt of all times before the end
  record Visited(@Nullable String role, @Nullable UUID segmentId, long visits, Instant lastAt) {}

  /// Visits by whom they met, as they were then.
  List<Visited> visited(Instant from, Instant to) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT m.kind, m.who, count(*) FILTER (WHERE v.visited_at >= :from),
                  max(v.visited_at)
                FROM gemba_visit v CROSS JOIN LATERAL (
                  SELECT 'role' AS kind, who
                  FROM jsonb_array_elements_text(cast(v.met AS jsonb) -> 'roles') AS r (who)
                  UNION ALL
                  SELECT 'segment', who
                  FROM jsonb_array_elements_text(cast(v.met AS jsonb) -> 'segmentIds') AS s (who)) m
                WHERE v.status = 'done' AND v.visited_at < :to GROUP BY m.kind, m.who""",
                Tuple.class)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row -> {
              boolean role = row.get(0, String.class).equals("role");
              String who = row.get(1, String.class);
              return new Visited(
                  role ? who : null,
                  role ? null : UUID.fromString(who),
                  row.get(2, Number.class).longValue(),
                  row.get(3, Instant.class));
            })
        .toList();
  }

  /// What names no customer.
  ListeningCoverageView.Unattributed unattributed(Instant from, Instant to) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    """
                    SELECT
                      (SELECT count(*) FROM response WHERE customer_id IS NULL
                         AND status IN ('completed', 'amended')
                         AND responded_at >= :from AND responded_at < :to),
                      (SELECT count(*) FROM feedback WHERE customer_id IS NULL
                         AND received_at >= :from AND received_at < :to)""",
                    Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    return new ListeningCoverageView.Unattributed(
        row.get(0, Number.class).longValue(), row.get(1, Number.class).longValue());
  }
}
