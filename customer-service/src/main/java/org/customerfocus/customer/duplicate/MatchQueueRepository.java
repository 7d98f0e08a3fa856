package org.customerfocus.customer.duplicate;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds work across tenants, as the job role: which scans wait and where parties have changed.
@ApplicationScoped
class MatchQueueRepository {

  /// A scan that this worker may work on until its lease ends.
  record Claim(String tenant, UUID scan, boolean test, int attempt) {}

  private final AgroalDataSource jobs;

  MatchQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// Takes the scan that waits longest: a new one, or one whose worker is gone.
  @Nullable Claim claim() throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                UPDATE duplicate_scan_job
                SET leased_until = now() + interval '60 seconds', attempt = attempt + 1
                WHERE (tenant_id, scan_id) = (
                  SELECT tenant_id, scan_id FROM duplicate_scan_job
                  WHERE leased_until <= now()
                  ORDER BY leased_until LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING tenant_id, scan_id, test, attempt""");
        ResultSet row = claim.executeQuery()) {
      return row.next()
          ? new Claim(
              row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3), row.getInt(4))
          : null;
    }
  }

  /// Some tenants whose parties have changed. While a tenant's import is at work its parties wait:
  /// comparing would take the processor from it, for parties that are soon joined by others.
  List<String> changed() throws SQLException {
    List<String> tenants = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                WITH RECURSIVE seen (tenant_id) AS (
                  (SELECT tenant_id FROM match_change ORDER BY tenant_id LIMIT 1)
                  UNION ALL
                  SELECT (SELECT c.tenant_id FROM match_change c WHERE c.tenant_id > s.tenant_id
                          ORDER BY c.tenant_id LIMIT 1)
                  FROM seen s WHERE s.tenant_id IS NOT NULL)
                SELECT tenant_id FROM seen s WHERE tenant_id IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM customer_import_job j
                                  WHERE j.tenant_id = s.tenant_id AND j.leased_until > now())
                LIMIT 100""");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        tenants.add(row.getString(1));
      }
    }
    return tenants;
  }
}
