package org.customerfocus.conventions.job;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work of all tenants that is due at a time. Who claims it has it for a lease; whose process dies
/// leaves it to the next one.
///
/// Claims are made as the job role, which sees what work there is and nothing of what is in it; all
/// else happens inside the tenant, in the transaction of who calls it.
@ApplicationScoped
public class DueWorkRepository {

  private final AgroalDataSource jobs;
  private final EntityManager entities;

  DueWorkRepository(@DataSource("job") AgroalDataSource jobs, EntityManager entities) {
    this.jobs = jobs;
    this.entities = entities;
  }

  /// A kind of work, and the table of what there is of it: `tenant_id, <id>, test, due_at,
  /// leased_until, attempt`, open to the job role.
  ///
  /// @param id the column that names the work, together with the tenant
  public record Kind(String table, String id) {}

  /// Work that a worker has until its lease ends.
  ///
  /// @param attempt tells this lease from others of the work
  public record Lease(String tenant, UUID id, boolean test, int attempt) {}

  /// Takes what waits longest, of any tenant.
  public List<Lease> claim(Kind kind, Instant now, Duration lease, int limit) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                // Materialized: as a part of the join it might be evaluated again for each row, and
                // then take more than the limit.
                """
                WITH due AS MATERIALIZED (
                  SELECT tenant_id, %2$s FROM %1$s
                  WHERE due_at <= ? AND leased_until <= now()
                  ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                UPDATE %1$s j
                SET leased_until = now() + interval '%3$d milliseconds', attempt = j.attempt + 1
                FROM due
                WHERE j.tenant_id = due.tenant_id AND j.%2$s = due.%2$s
                RETURNING j.tenant_id, j.%2$s, j.test, j.attempt"""
                    .formatted(kind.table(), kind.id(), lease.toMillis()))) {
      claim.setObject(1, now.atOffset(ZoneOffset.UTC));
      claim.setInt(2, limit);
      List<Lease> claimed = new ArrayList<>();
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          claimed.add(
              new Lease(
                  row.getString(1),
                  row.getObject(2, UUID.class),
                  row.getBoolean(3),
                  row.getInt(4)));
        }
      }
      return claimed;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "What is due in %s could not be taken".formatted(kind.table()), e);
    }
  }

  /// Takes the one that waits longest, of any tenant; null where nothing is due.
  public @Nullable Lease next(Kind kind, Instant now, Duration lease) {
    List<Lease> one = claim(kind, now, lease, 1);
    return one.isEmpty() ? null : one.getFirst();
  }

  /// Gives back what was taken and not begun.
  public void release(Kind kind, List<Lease> rest) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement release =
            connection.prepareStatement(
                """
                UPDATE %s SET leased_until = now()
                WHERE tenant_id = ? AND %s = ? AND attempt = ?"""
                    .formatted(kind.table(), kind.id()))) {
      for (Lease each : rest) {
        release.setString(1, each.tenant());
        release.setObject(2, each.id());
        release.setInt(3, each.attempt());
        release.addBatch();
      }
      release.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "What was taken of %s could not be given back".formatted(kind.table()), e);
    }
  }

  /// Keeps the work for another while, and everybody else off until the transaction ends.
  ///
  /// @return false where it is another worker's by now, or gone
  public boolean hold(Kind kind, Lease lease, Duration until) {
    return entities
            .createNativeQuery(
                """
                UPDATE %s SET leased_until = now() + cast(:until || ' milliseconds' AS interval)
                WHERE %s = :id AND attempt = :attempt"""
                    .formatted(kind.table(), kind.id()))
            .setParameter("until", Long.toString(until.toMillis()))
            .setParameter("id", lease.id())
            .setParameter("attempt", lease.attempt())
            .executeUpdate()
        == 1;
  }

  /// Lets go of work that is held, until it is due again.
  ///
  /// @param due null for what is due already, and stays so
  public void park(Kind kind, Lease lease, @Nullable Instant due) {
    entities
        .createNativeQuery(
            """
            UPDATE %s SET leased_until = now(), due_at = coalesce(cast(:due AS timestamptz), due_at)
            WHERE %s = :id AND attempt = :attempt"""
                .formatted(kind.table(), kind.id()))
        .setParameter("due", due)
        .setParameter("id", lease.id())
        .setParameter("attempt", lease.attempt())
        .executeUpdate();
  }

  /// There is work, at this time and no other.
  ///
  /// @param test whether the tenant is a test tenant
  public void schedule(Kind kind, UUID id, Instant due, boolean test) {
    entities
        .createNativeQuery(
            """
            INSERT INTO %1$s AS j (tenant_id, %2$s, test, due_at, leased_until, attempt)
            VALUES (current_setting('app.tenant'), :id, :test, :due, '-infinity', 0)
            ON CONFLICT (tenant_id, %2$s) DO UPDATE SET due_at = excluded.due_at"""
                .formatted(kind.table(), kind.id()))
        .setParameter("id", id)
        .setParameter("test", test)
        .setParameter("due", due)
        .executeUpdate();
  }

  /// There is nothing left to do.
  public void forget(Kind kind, UUID id) {
    entities
        .createNativeQuery("DELETE FROM %s WHERE %s = :id".formatted(kind.table(), kind.id()))
        .setParameter("id", id)
        .executeUpdate();
  }
}
