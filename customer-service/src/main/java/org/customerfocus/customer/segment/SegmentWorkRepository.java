package org.customerfocus.customer.segment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Finds work across tenants, as the job role: which there is, not what is in it.
@ApplicationScoped
class SegmentWorkRepository {

  /// A segment that waits to be computed.
  record Due(String tenant, UUID segment, boolean test) {}

  /// A tenant that has segments or changes.
  record Changed(String tenant, boolean test) {}

  private final AgroalDataSource jobs;

  SegmentWorkRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// The tenants whose customers have changed: one look into the index a tenant, however many
  /// changes each has.
  List<Changed> changed() throws SQLException {
    List<Changed> tenants = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                """
                WITH RECURSIVE each AS (
                  (SELECT tenant_id FROM segment_dirty ORDER BY tenant_id LIMIT 1)
                  UNION ALL
                  SELECT (SELECT d.tenant_id FROM segment_dirty d WHERE d.tenant_id > each.tenant_id
                          ORDER BY d.tenant_id LIMIT 1)
                  FROM each WHERE each.tenant_id IS NOT NULL)
                SELECT tenant_id,
                       coalesce((SELECT s.test FROM segment_state s
                                 WHERE s.tenant_id = each.tenant_id LIMIT 1), false)
                FROM each WHERE tenant_id IS NOT NULL""");
        ResultSet rows = find.executeQuery()) {
      while (rows.next()) {
        tenants.add(new Changed(rows.getString(1), rows.getBoolean(2)));
      }
    }
    return tenants;
  }

  /// The segments that wait longest.
  List<Due> due(Instant now) throws SQLException {
    List<Due> due = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                """
                SELECT tenant_id, segment_id, test FROM segment_state
                WHERE due_at <= ? ORDER BY due_at LIMIT 100""")) {
      find.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          due.add(new Due(rows.getString(1), rows.getObject(2, UUID.class), rows.getBoolean(3)));
        }
      }
    }
    return due;
  }
}
