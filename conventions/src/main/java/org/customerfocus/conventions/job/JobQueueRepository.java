package org.customerfocus.conventions.job;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds work across tenants, as the job role: which jobs wait, not what is in them.
@ApplicationScoped
class JobQueueRepository {

  private final AgroalDataSource jobs;

  JobQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// Takes the job that waits longest: a new one, or one whose worker is gone.
  @Nullable Claim claim(JobKind kind) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                UPDATE %1$s
                SET leased_until = now() + interval '%2$d milliseconds', attempt = attempt + 1,
                  failures = failures + 1
                WHERE (tenant_id, import_id) = (
                  SELECT tenant_id, import_id FROM %1$s
                  WHERE leased_until <= now()
                  ORDER BY leased_until LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING tenant_id, import_id, test, attempt, failures"""
                    .formatted(kind.jobs(), kind.lease().toMillis()));
        ResultSet row = claim.executeQuery()) {
      return row.next()
          ? new Claim(
              row.getString(1),
              row.getObject(2, UUID.class),
              row.getBoolean(3),
              row.getInt(4),
              row.getInt(5))
          : null;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "What waits in %s could not be taken".formatted(kind.jobs()), e);
    }
  }
}
