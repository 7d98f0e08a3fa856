package org.customerfocus.agreement.recount;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The marks of what has changed and is not counted anew yet.
@ApplicationScoped
class MarkRepository {

  private final AgroalDataSource jobs;
  private final EntityManager entities;

  MarkRepository(@DataSource("job") AgroalDataSource jobs, EntityManager entities) {
    this.jobs = jobs;
    this.entities = entities;
  }

  /// A metric with marks.
  ///
  /// @param test whether the tenant is a test tenant
  record Marked(String tenant, UUID metric, boolean test) {}

  /// The metrics that wait longest, of all tenants.
  List<Marked> waiting(int most) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT tenant_id, metric_id, bool_or(test) FROM (
                  SELECT tenant_id, metric_id, test, created_at FROM period_mark
                  ORDER BY created_at LIMIT 10000) oldest
                GROUP BY tenant_id, metric_id ORDER BY min(created_at) LIMIT ?""")) {
      select.setInt(1, most);
      List<Marked> waiting = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new Marked(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3)));
        }
      }
      return waiting;
    } catch (SQLException e) {
      throw new IllegalStateException("What is marked could not be read", e);
    }
  }

  /// Keeps everybody else from counting the metric until the transaction ends.
  ///
  /// @return false where somebody does so already
  boolean hold(UUID metric) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT pg_try_advisory_xact_lock(
                  hashtextextended('recount ' || current_setting('app.tenant') || :metric, 0))""",
                Boolean.class)
            .setParameter("metric", metric.toString())
            .getSingleResult();
  }

  /// Takes the oldest mark of a metric, and all others whose times touch or lie near it: what they
  /// mark is counted once. What lies far away is another piece of work.
  ///
  /// @return the times that are touched; empty for none
  List<Instant> take(UUID metric) {
    @SuppressWarnings("unchecked")
    List<Object[]> taken =
        entities
            .createNativeQuery(
                """
                WITH oldest AS (
                  SELECT earliest, latest FROM period_mark WHERE metric_id = :metric
                  ORDER BY created_at, id LIMIT 1
                ), near AS (
                  SELECT k.id FROM period_mark k, oldest o
                  WHERE k.metric_id = :metric AND k.earliest <= o.latest + interval '40 days'
                    AND k.latest >= o.earliest - interval '40 days'
                  FOR UPDATE OF k SKIP LOCKED
                ), taken AS (
                  DELETE FROM period_mark k USING near WHERE k.id = near.id
                  RETURNING k.earliest, k.latest)
                SELECT min(earliest), max(latest) FROM taken HAVING count(*) > 0""")
            .setParameter("metric", metric)
            .getResultList();
    return taken.isEmpty()
        ? List.of()
        : List.of((Instant) taken.getFirst()[0], (Instant) taken.getFirst()[1]);
  }
}
