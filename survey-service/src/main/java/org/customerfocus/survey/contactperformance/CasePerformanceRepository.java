package org.customerfocus.survey.contactperformance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@ApplicationScoped
class CasePerformanceRepository {

  private static final Map<ContactStandard, String> PROMISES =
      Map.of(
          ContactStandard.ACKNOWLEDGE, "acknowledge",
          ContactStandard.RESPOND, "respond",
          ContactStandard.RESOLVE, "resolve");

  private final EntityManager entities;

  CasePerformanceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The cases of one channel.
  record OfChannel(long cases, Map<ContactStandard, Kept> kept) {}

  /// Of a closed case it may not be known when there was a response: that is neither in time nor
  /// late.
  private static String counts(String promise) {
    return """
        , count(*) FILTER (WHERE %1$s_in_time) AS %1$s_kept
        , count(*) FILTER (WHERE NOT %1$s_in_time OR (%1$s_in_time IS NULL AND status <> 'closed'
            AND %1$s_due_at <= :now)) AS %1$s_late
        , count(*) FILTER (WHERE %1$s_in_time IS NULL AND status <> 'closed'
            AND %1$s_within IS NOT NULL
            AND (%1$s_due_at IS NULL OR %1$s_due_at > :now)) AS %1$s_open
        """
        .formatted(promise);
  }

  private static final String COUNT =
      "SELECT channel, count(*) AS cases "
          + counts("acknowledge")
          + counts("respond")
          + counts("resolve")
          + """
            FROM survey_case WHERE received_at >= :from AND received_at < :to
            GROUP BY channel ORDER BY channel""";

  /// The cases received in a period, by channel.
  Map<String, OfChannel> cases(Instant from, Instant to, Instant now) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(COUNT, Tuple.class)
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("now", now)
            .getResultList();
    Map<String, OfChannel> channels = new TreeMap<>();
    for (Tuple row : rows) {
      Map<ContactStandard, Kept> kept = new EnumMap<>(ContactStandard.class);
      PROMISES.forEach((standard, promise) -> kept.put(standard, kept(row, promise)));
      channels.put(
          row.get("channel", String.class), new OfChannel(row.get("cases", Long.class), kept));
    }
    return channels;
  }

  /// The follow-ups that were promised for a period, by channel. Nobody waits for the cancelled.
  Map<String, Kept> followUps(Instant from, Instant to, Instant now) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT channel, count(*) FILTER (WHERE done_at <= due_at) AS kept,
                  count(*) FILTER (WHERE done_at > due_at
                    OR (status = 'promised' AND due_at <= :now)) AS late,
                  count(*) FILTER (WHERE status = 'promised' AND due_at > :now) AS open
                FROM follow_up WHERE due_at >= :from AND due_at < :to AND status <> 'cancelled'
                GROUP BY channel ORDER BY channel""",
                Tuple.class)
            .setParameter("from", from)
            .setParameter("to", to)
            .setParameter("now", now)
            .getResultList();
    Map<String, Kept> channels = new TreeMap<>();
    for (Tuple row : rows) {
      channels.put(
          row.get("channel", String.class),
          new Kept(
              row.get("kept", Long.class),
              row.get("late", Long.class),
              row.get("open", Long.class)));
    }
    return channels;
  }

  private static Kept kept(Tuple row, String promise) {
    return new Kept(
        row.get(promise + "_kept", Long.class),
        row.get(promise + "_late", Long.class),
        row.get(promise + "_open", Long.class));
  }
}
