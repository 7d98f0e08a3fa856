package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.agreement.attainment.AttainmentClass;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.contract.Selector;
import org.customerfocus.agreement.contract.Threshold;
import org.jspecify.annotations.Nullable;

/// Counts measurements by class and period, in the database: the classes are those of
/// [org.customerfocus.agreement.attainment.EventClassifier].
@ApplicationScoped
class AttainmentRepository {

  private final EntityManager entities;
  private final ObjectMapper json;

  AttainmentRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// What counts in one period, and what is open and not yet due, which does not.
  record Counted(Tally tally, long notYetDue) {

    static final Counted NOTHING = new Counted(Tally.NONE, 0);

    Counted plus(Counted other) {
      return new Counted(tally.plus(other.tally), notYetDue + other.notYetDue);
    }

    Counted plus(String found, long amount) {
      return found.equals("NOT_YET_DUE")
          ? new Counted(tally, notYetDue + amount)
          : new Counted(tally.plus(AttainmentClass.valueOf(found), amount), notYetDue);
    }
  }

  /// Counts what a commitment selects in each of the periods, in their order, in one query.
  ///
  /// @param periods at least one; in order of time, without overlap
  /// @param customers whose measurements count where the selector names none
  /// @param exclusions the approved ones that concern this commitment
  /// @param cut what is open and was due before it is bad
  List<Counted> count(
      CommitmentView commitment,
      List<Span> periods,
      Collection<UUID> customers,
      Collection<Span> exclusions,
      Instant cut) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows = query(commitment, periods, customers, exclusions, cut).getResultList();
    Counted[] counted = new Counted[periods.size()];
    Arrays.fill(counted, Counted.NOTHING);
    for (Object[] row : rows) {
      int n = ((Number) row[0]).intValue();
      counted[n] = counted[n].plus((String) row[1], ((Number) row[2]).longValue());
    }
    return List.of(counted);
  }

  private Query query(
      CommitmentView commitment,
      List<Span> periods,
      Collection<UUID> customers,
      Collection<Span> exclusions,
      Instant cut) {
    Selector selector = commitment.selector();
    Threshold threshold = commitment.threshold();
    Query query =
        entities
            .createNativeQuery(
                sql(
                    commitment.periodBy(),
                    threshold == null ? null : threshold.comparator(),
                    commitment.exclusionEffect()))
            .setParameter("periods", periods(periods))
            // What the periods say already, in a form that an index serves.
            .setParameter("from", periods.getFirst().start())
            .setParameter("to", periods.getLast().end())
            .setParameter("exclusions", write(exclusions))
            .setParameter("cut", cut)
            .setParameter("metric", commitment.metricId())
            .setParameter("entityType", entityType(commitment))
            .setParameter(
                "customers",
                uuids(
                    selector == null || selector.customerIds() == null
                        ? customers
                        : selector.customerIds()))
            .setParameter("offerings", uuids(selector == null ? null : selector.offeringIds()))
            .setParameter(
                "dimensions",
                write(
                    selector == null || selector.dimensions() == null
                        ? Map.of()
                        : selector.dimensions()));
    return threshold == null ? query : query.setParameter("threshold", threshold.value());
  }

  /// The definition of the classes in SQL. What is written into the text is one of a few constants,
  /// never a value: the column that places a measurement, what makes it good, and whether an
  /// exclusion takes the good out as well.
  static String sql(
      PeriodBy periodBy, @Nullable Comparator threshold, ExclusionEffect exclusionEffect) {
    String good =
        threshold == null
            ? "coalesce(m.good, m.completed_at <= m.due_at)"
            : "m.value %s :threshold".formatted(operator(threshold));
    return """
          WITH period AS (
            SELECT * FROM jsonb_to_recordset(cast(:periods AS jsonb)) AS p (
              n int, "start" timestamptz, "end" timestamptz)
          ), exclusion_span AS (
            SELECT * FROM jsonb_to_recordset(cast(:exclusions AS jsonb)) AS x (
              "start" timestamptz, "end" timestamptz)
          ), placed AS (
            SELECT p.n,
              CASE
                WHEN m.unknown THEN 'UNKNOWN'
                WHEN m.open AND m.due_at >= :cut THEN 'NOT_YET_DUE'
                WHEN m.open THEN 'BAD'
                ELSE CASE %2$s WHEN true THEN 'GOOD' WHEN false THEN 'BAD' ELSE 'UNKNOWN' END
              END AS outcome,
              EXISTS (
                SELECT 1 FROM exclusion_span x
                WHERE m.%1$s >= x."start" AND m.%1$s < x."end") AS covered
            FROM period p
            JOIN measurement m ON m.%1$s >= p."start" AND m.%1$s < p."end"
            WHERE m.metric_id = :metric
              AND m.%1$s >= :from AND m.%1$s < :to
              AND %4$s
              AND m.entity_type = :entityType
              AND m.customer_id = ANY (cast(:customers AS uuid[]))
              AND (cast(:offerings AS uuid[]) IS NULL
                OR m.offering_id = ANY (cast(:offerings AS uuid[])))
              AND m.dimensions @> cast(:dimensions AS jsonb)
          )
          SELECT n,
            CASE WHEN covered AND (outcome = 'BAD' OR %3$s AND outcome = 'GOOD')
              THEN 'EXCLUDED' ELSE outcome END AS class,
            count(*)
          FROM placed
          GROUP BY 1, 2"""
        .formatted(
            column(periodBy),
            good,
            exclusionEffect == ExclusionEffect.REMOVE,
            periodBy == PeriodBy.DUE ? "m.due_at IS NOT NULL" : "true");
  }

  private static String column(PeriodBy periodBy) {
    return switch (periodBy) {
      // What has a due date is filed under it: only the partitions of those months are read.
      case DUE -> "at";
      case STARTED -> "placed_by_start";
      case COMPLETED -> "placed_by_completion";
    };
  }

  private static String operator(Comparator comparator) {
    return switch (comparator) {
      case AT_LEAST -> ">=";
      case ABOVE -> ">";
      case AT_MOST -> "<=";
      case BELOW -> "<";
    };
  }

  private static String entityType(CommitmentView commitment) {
    Selector selector = commitment.selector();
    String selected = selector == null ? null : selector.entityType();
    return selected == null ? commitment.entityType() : selected;
  }

  private record Period(int n, Instant start, Instant end) {}

  private String periods(List<Span> spans) {
    return write(
        IntStream.range(0, spans.size())
            .mapToObj(n -> new Period(n, spans.get(n).start(), spans.get(n).end()))
            .toList());
  }

  private static @Nullable String uuids(@Nullable Collection<UUID> ids) {
    return ids == null
        ? null
        : ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Spans and dimensions can always be written as JSON", e);
    }
  }
}
