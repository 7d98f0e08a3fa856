package org.customerfocus.customer.importing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds work across tenants, as the job role: which imports wait, not what is in them.
@ApplicationScoped
class JobQueueRepository {

  /// A job that this worker may work on until its lease ends.
  ///
  /// @param attempt tells this lease from others of the job
  /// @param tries how many attempts in a row, this one included, have not got on
  record Claim(String tenant, UUID importId, boolean test, int attempt, int tries) {}

  private final AgroalDataSource jobs;

  JobQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// Takes the job that waits longest: a new one, or one whose worker is gone.
  @Nullable Claim claim() throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                UPDATE customer_import_job
                SET leased_until = now() + interval '30 seconds', attempt = attempt + 1,
                  failures = failures + 1
                WHERE (tenant_id, import_id) = (
                  SELECT tenant_id, import_id FROM customer_import_job
                  WHERE leased_until <= now()
                  ORDER BY leased_until LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING tenant_id, import_id, test, attempt, failures""");
        ResultSet row = claim.executeQuery()) {
      return row.next()
          ? new Claim(
              row.getString(1),
              row.getObject(2, UUID.class),
              row.getBoolean(3),
              row.getInt(4),
              row.getInt(5))
          : null;
    }
  }

  /// Deletes the refused rows whose time is over.
  void forgetRefusedRows(Instant refusedBefore) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM customer_import_refused_row WHERE refused_at < ?")) {
      delete.setObject(1, refusedBefore.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
