package org.customerfocus.agreement.recount;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.job.Backoff;
import org.jspecify.annotations.Nullable;

/// The marks of what has changed and is not counted anew yet.
///
/// What changes marks a metric. Such marks are taken together and told to the commitments on the
/// metric, a mark each, which are worked off independently of each other.
@ApplicationScoped
class MarkRepository {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final AgroalDataSource jobs;
  private final EntityManager entities;

  MarkRepository(@DataSource("job") AgroalDataSource jobs, EntityManager entities) {
    this.jobs = jobs;
    this.entities = entities;
  }

  /// Something with marks.
  ///
  /// @param commitment that is to be counted anew; null where the metric's have to be told first
  /// @param test whether the tenant is a test tenant
  record Marked(String tenant, UUID metric, @Nullable UUID commitment, boolean test) {}

  /// Times that were marked.
  ///
  /// @param resumeAt what ends before is counted already; null for nothing
  /// @param since when the first of them was marked
  record Taken(Instant earliest, Instant latest, @Nullable Instant resumeAt, Instant since) {}

  /// What waits longest, of all tenants, without what failed and is not to be tried again yet. Of
  /// many marks of one thing it is told once.
  List<Marked> waiting(int most) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT tenant_id, metric_id, commitment_id, bool_or(test) FROM period_mark
                GROUP BY tenant_id, metric_id, commitment_id HAVING max(due_at) <= now()
                ORDER BY min(created_at) LIMIT ?""")) {
      select.setInt(1, most);
      List<Marked> waiting = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new Marked(
                  row.getString(1),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  row.getBoolean(4)));
        }
      }
      return waiting;
    } catch (SQLException e) {
      throw new IllegalStateException("What is marked could not be read", e);
    }
  }

  /// Keeps everybody else from working on it until the transaction ends.
  ///
  /// @return false where somebody does so already
  boolean hold(Marked marked) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT pg_try_advisory_xact_lock(
                  hashtextextended('recount ' || current_setting('app.tenant') || :marked, 0))""",
                Boolean.class)
            .setParameter("marked", "%s %s".formatted(marked.metric(), marked.commitment()))
            .getSingleResult();
  }

  /// Takes the oldest mark, and all others whose times touch or lie near it: what they mark is
  /// counted once. What lies far away, or is counted in part, is another piece of work.
  Optional<Taken> take(Marked marked) {
    @SuppressWarnings("unchecked")
    List<Object[]> taken =
        entities
            .createNativeQuery(
                """
                WITH oldest AS (
                  SELECT id, earliest, latest, resume_at FROM period_mark
                  WHERE metric_id = :metric
                    AND commitment_id IS NOT DISTINCT FROM cast(:commitment AS uuid)
                  ORDER BY created_at, id LIMIT 1
                ), taken AS (
                  DELETE FROM period_mark k USING oldest o
                  WHERE k.metric_id = :metric
                    AND k.commitment_id IS NOT DISTINCT FROM cast(:commitment AS uuid)
                    AND (k.id = o.id OR k.resume_at IS NULL AND o.resume_at IS NULL
                      AND k.earliest <= o.latest + interval '40 days'
                      AND k.latest >= o.earliest - interval '40 days')
                  RETURNING k.earliest, k.latest, k.resume_at, k.created_at)
                SELECT min(earliest), max(latest), min(resume_at), min(created_at)
                FROM taken HAVING count(*) > 0""")
            .setParameter("metric", marked.metric())
            .setParameter("commitment", marked.commitment())
            .getResultList();
    return taken.stream()
        .map(
            row ->
                new Taken((Instant) row[0], (Instant) row[1], (Instant) row[2], (Instant) row[3]))
        .findFirst();
  }

  /// Tells every commitment on a metric that binds or bound both sides.
  ///
  /// @param since when the first of it was marked
  void tell(Marked marked, Instant from, Instant to, Instant since) {
    entities
        .createNativeQuery(
            """
            INSERT INTO period_mark (tenant_id, id, metric_id, commitment_id, earliest, latest, test,
              created_at)
            SELECT c.tenant_id, uuidv7(), c.metric_id, c.id, :from, :to, :test, :since
            FROM commitment c
            JOIN agreement_version v ON v.tenant_id = c.tenant_id AND v.id = c.version_id
            WHERE c.metric_id = :metric AND v.effective_at IS NOT NULL""")
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("test", marked.test())
        .setParameter("since", since)
        .setParameter("metric", marked.metric())
        .executeUpdate();
  }

  /// Marks the rest of what was taken: what ends before an instant is counted.
  void goOn(Marked marked, Taken taken, Instant resumeAt) {
    entities
        .createNativeQuery(
            """
            INSERT INTO period_mark (tenant_id, id, metric_id, commitment_id, earliest, latest,
              resume_at, test, created_at)
            VALUES (current_setting('app.tenant'), uuidv7(), :metric, :commitment, :earliest, :latest,
              :resumeAt, :test, :since)""")
        .setParameter("metric", marked.metric())
        .setParameter("commitment", marked.commitment())
        .setParameter("earliest", taken.earliest())
        .setParameter("latest", taken.latest())
        .setParameter("resumeAt", resumeAt)
        .setParameter("test", marked.test())
        .setParameter("since", taken.since())
        .executeUpdate();
  }

  /// Leaves what failed to a later attempt, together with what is marked of it meanwhile.
  void putOff(Marked marked) {
    int attempts =
        1
            + (Integer)
                entities
                    .createNativeQuery(
                        """
                        SELECT coalesce(max(attempts), 0) FROM period_mark
                        WHERE metric_id = :metric
                          AND commitment_id IS NOT DISTINCT FROM cast(:commitment AS uuid)""",
                        Integer.class)
                    .setParameter("metric", marked.metric())
                    .setParameter("commitment", marked.commitment())
                    .getSingleResult();
    entities
        .createNativeQuery(
            """
            UPDATE period_mark SET attempts = :attempts,
              due_at = now() + cast(:pause || ' milliseconds' AS interval)
            WHERE metric_id = :metric
              AND commitment_id IS NOT DISTINCT FROM cast(:commitment AS uuid)""")
        .setParameter("attempts", attempts)
        .setParameter("pause", Long.toString(Backoff.quadrupled(PAUSE, attempts).toMillis()))
        .setParameter("metric", marked.metric())
        .setParameter("commitment", marked.commitment())
        .executeUpdate();
  }
}
