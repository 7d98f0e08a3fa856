package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Counts;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.contract.AgreementStatus;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// What periods came to, as they were counted last.
@ApplicationScoped
class PeriodResultRepository {

  private static final String FIGURES =
      """
      r.good, r.bad, r.excluded, r.unknown, r.not_yet_due, r.value_sum, r.unwarned, r.tolerated,
      r.sketch, r.score, r.computed_at""";

  private final EntityManager entities;
  private final ObjectMapper json;

  PeriodResultRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// A result as it is stored.
  ///
  /// @param pending whether something of its metric changed that is not counted yet
  record Stored(
      UUID commitmentId,
      String period,
      Instant end,
      Counted counted,
      Instant computedAt,
      @Nullable Instant nextDueAt,
      String basis,
      PeriodState state,
      int revision,
      boolean pending) {

    /// Whether counting anew would find the same.
    boolean holds(Promise promise, Part part, Instant now) {
      boolean settled =
          !Counting.changesWithTime(promise.type())
              || !computedAt.isBefore(end)
              || computedAt.equals(now);
      return !pending
          && settled
          && basis.equals(promise.basis(part.period()))
          && (nextDueAt == null || now.isBefore(nextDueAt));
    }
  }

  record ResultKey(UUID commitmentId, String period) {}

  /// The results of some promises in a time. One statement reads the results and what is pending:
  /// between two the one might be stored anew, and the other forgotten.
  Map<ResultKey, Stored> stored(Collection<UUID> commitments, Instant from, Instant to) {
    return read(
        """
        WHERE r.commitment_id IN (:commitments) AND r.period_start < :to AND r.period_end > :from""",
        query ->
            query
                .setParameter("commitments", commitments)
                .setParameter("from", from)
                .setParameter("to", to));
  }

  /// The result of one period, if it is stored.
  Optional<Stored> stored(UUID commitment, String period) {
    return read(
            "WHERE r.commitment_id = :commitment AND r.period = :period",
            query -> query.setParameter("commitment", commitment).setParameter("period", period))
        .values()
        .stream()
        .findFirst();
  }

  /// Some results of a commitment, of the period with this key and of later ones, in their order.
  List<Stored> from(UUID commitment, String first, int most) {
    return read(
            """
            WHERE r.commitment_id = :commitment AND r.period >= :first
            ORDER BY r.period LIMIT :most""",
            query ->
                query
                    .setParameter("commitment", commitment)
                    .setParameter("first", first)
                    .setParameter("most", most))
        .values()
        .stream()
        .sorted(Comparator.comparing(Stored::period))
        .toList();
  }

  /// There is no result of the period any more.
  void remove(UUID commitment, String period) {
    entities
        .createNativeQuery(
            "DELETE FROM period_result WHERE commitment_id = :commitment AND period = :period")
        .setParameter("commitment", commitment)
        .setParameter("period", period)
        .executeUpdate();
  }

  private interface Binding {
    Query bind(Query query);
  }

  private Map<ResultKey, Stored> read(String where, Binding binding) {
    Query query =
        entities.createNativeQuery(
            """
            SELECT %s, r.commitment_id, r.period, r.period_end, r.next_due_at, r.basis, r.state,
              r.revision, EXISTS (
                SELECT 1 FROM period_mark k
                WHERE k.metric_id = c.metric_id
                  AND (k.commitment_id IS NULL OR k.commitment_id = c.id)
                  -- States carry on from before, and timers reach back to their start.
                  AND (m.type = 'duration' OR k.earliest < r.period_end)
                  AND (m.type IN ('time-ratio', 'duration') OR k.latest >= r.period_start))
            FROM period_result r
            JOIN commitment c ON c.tenant_id = r.tenant_id AND c.id = r.commitment_id
            JOIN metric m ON m.tenant_id = c.tenant_id AND m.id = c.metric_id
            """
                    .formatted(FIGURES)
                + where);
    @SuppressWarnings("unchecked")
    List<Object[]> rows = binding.bind(query).getResultList();
    Map<ResultKey, Stored> stored = new HashMap<>();
    for (Object[] row : rows) {
      ResultKey key = new ResultKey((UUID) row[11], (String) row[12]);
      stored.put(
          key,
          new Stored(
              key.commitmentId(),
              key.period(),
              (Instant) row[13],
              counted(row),
              (Instant) row[10],
              (Instant) row[14],
              (String) row[15],
              WireEnum.find(PeriodState.class, (String) row[16]).orElseThrow(),
              ((Number) row[17]).intValue(),
              (Boolean) row[18]));
    }
    return stored;
  }

  private Counted counted(Object[] row) {
    Counts counts =
        new Counts(
            new Tally(number(row[0]), number(row[1]), number(row[2]), number(row[3])),
            number(row[4]),
            (BigDecimal) row[5],
            number(row[6]),
            number(row[7]),
            null);
    return new Counted(
        counts,
        row[8] == null ? null : ValueSketch.of((byte[]) row[8]),
        row[9] == null ? null : score((String) row[9]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /// Keeps others from storing results of an agreement until the transaction ends. Not of a single
  /// promise: what is owed hangs on all of them together.
  void hold(UUID agreementId) {
    entities
        .createNativeQuery(
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('period ' || :id, 0))")
        .setParameter("id", agreementId.toString())
        .getSingleResult();
  }

  /// Stores what a period came to, in place of what it came to before.
  void store(
      Promise promise,
      Part part,
      Counted counted,
      String status,
      PeriodState state,
      int revision,
      Instant now) {
    bind(
            entities.createNativeQuery(
                """
                INSERT INTO period_result (tenant_id, commitment_id, period, period_start,
                  period_end, good, bad, excluded, unknown, not_yet_due, value_sum, unwarned,
                  tolerated, next_due_at, sketch, score, basis, computed_at, state, revision, status,
                  finalized_at)
                VALUES (current_setting('app.tenant'), :commitment, :period, :start, :end, :good,
                  :bad, :excluded, :unknown, :notYetDue, :sum, :unwarned, :tolerated,
                  cast(:nextDue AS timestamptz), cast(:sketch AS bytea), :score, :basis, :now, :state,
                  :revision, :status, CASE WHEN :state = 'final' THEN cast(:now AS timestamptz) END)
                ON CONFLICT (tenant_id, commitment_id, period) DO UPDATE SET
                  period_start = excluded.period_start, period_end = excluded.period_end,
                  good = excluded.good, bad = excluded.bad, excluded = excluded.excluded,
                  unknown = excluded.unknown, not_yet_due = excluded.not_yet_due,
                  value_sum = excluded.value_sum, unwarned = excluded.unwarned,
                  tolerated = excluded.tolerated, next_due_at = excluded.next_due_at,
                  sketch = excluded.sketch, score = excluded.score, basis = excluded.basis,
                  computed_at = excluded.computed_at, state = excluded.state,
                  revision = excluded.revision, status = excluded.status,
                  finalized_at = coalesce(period_result.finalized_at, excluded.finalized_at)"""),
            promise,
            part,
            counted,
            now)
        .setParameter("start", part.start())
        .setParameter("end", part.end())
        .setParameter("nextDue", counted.counts().nextDue())
        .setParameter("basis", promise.basis(part.period()))
        .setParameter("state", state.wire())
        .setParameter("revision", revision)
        .setParameter("status", status)
        .executeUpdate();
  }

  /// Keeps a final result for good.
  void revise(Promise promise, Part part, Counted counted, int revision, Instant now) {
    bind(
            entities.createNativeQuery(
                """
                INSERT INTO period_revision (tenant_id, commitment_id, period, revision, good, bad,
                  excluded, unknown, not_yet_due, value_sum, unwarned, tolerated, sketch, score,
                  computed_at)
                VALUES (current_setting('app.tenant'), :commitment, :period, :revision, :good, :bad,
                  :excluded, :unknown, :notYetDue, :sum, :unwarned, :tolerated,
                  cast(:sketch AS bytea), :score, :now)"""),
            promise,
            part,
            counted,
            now)
        .setParameter("revision", revision)
        .executeUpdate();
  }

  private Query bind(Query query, Promise promise, Part part, Counted counted, Instant now) {
    Counts counts = counted.counts();
    ValueSketch sketch = counted.sketch();
    SurveyScore score = counted.score();
    return query
        .setParameter("commitment", promise.id())
        .setParameter("period", part.period().key())
        .setParameter("good", counts.tally().good())
        .setParameter("bad", counts.tally().bad())
        .setParameter("excluded", counts.tally().excluded())
        .setParameter("unknown", counts.tally().unknown())
        .setParameter("notYetDue", counts.notYetDue())
        .setParameter("sum", counts.sum())
        .setParameter("unwarned", counts.unwarned())
        .setParameter("tolerated", counts.tolerated())
        .setParameter("sketch", sketch == null ? null : sketch.bytes())
        .setParameter("score", score == null ? null : write(score))
        .setParameter("now", now);
  }

  /// A final result that a period had.
  record Revision(int revision, Counted counted, Instant computedAt) {}

  /// The final results that a period had, in their order.
  List<Revision> revisions(UUID commitment, String period) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                SELECT %s, r.revision FROM period_revision r
                WHERE r.commitment_id = :commitment AND r.period = :period
                ORDER BY r.revision LIMIT 1000"""
                    .formatted(FIGURES))
            .setParameter("commitment", commitment)
            .setParameter("period", period)
            .getResultList();
    return rows.stream()
        .map(row -> new Revision(((Number) row[11]).intValue(), counted(row), (Instant) row[10]))
        .toList();
  }

  /// Since when an agreement had which status.
  record Phase(AgreementStatus status, Instant since) {}

  List<Phase> phases(UUID agreement) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                SELECT status, since FROM agreement_phase WHERE agreement_id = :agreement
                ORDER BY since, id""")
            .setParameter("agreement", agreement)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Phase(
                    WireEnum.find(AgreementStatus.class, (String) row[0]).orElseThrow(),
                    (Instant) row[1]))
        .toList();
  }

  /// The agreement that a commitment is of, which is not read before it is held.
  UUID agreementOf(UUID commitment) {
    return (UUID)
        entities
            .createNativeQuery(
                """
                SELECT v.agreement_id FROM commitment c
                JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
                WHERE c.id = :commitment""",
                UUID.class)
            .setParameter("commitment", commitment)
            .getSingleResult();
  }

  /// What was changed in other ways than by rows is counted anew with what rows have marked.
  void mark(Collection<UUID> metrics, Instant earliest, Instant latest, boolean test, Instant now) {
    for (UUID metric : metrics) {
      entities
          .createNativeQuery(
              """
              INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at)
              VALUES (current_setting('app.tenant'), :id, :metric, :earliest, :latest, :test, :now)""")
          .setParameter("id", org.customerfocus.conventions.tenancy.Ids.next())
          .setParameter("metric", metric)
          .setParameter("earliest", earliest)
          .setParameter("latest", latest)
          .setParameter("test", test)
          .setParameter("now", now)
          .executeUpdate();
    }
  }

  private SurveyScore score(String text) {
    try {
      return json.readValue(text, SurveyScore.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored score cannot be read", e);
    }
  }

  private String write(SurveyScore score) {
    try {
      return json.writeValueAsString(score);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A score can always be written", e);
    }
  }
}
