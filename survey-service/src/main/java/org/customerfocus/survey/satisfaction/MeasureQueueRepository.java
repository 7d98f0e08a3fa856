package org.customerfocus.survey.satisfaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Which measures are due, across tenants, as the job role.
@ApplicationScoped
class MeasureQueueRepository {

  record Due(String tenant, UUID id) {}

  private final AgroalDataSource jobs;

  MeasureQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  List<Due> due(Instant now, int most) throws SQLException {
    List<Due> due = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                """
                SELECT tenant_id, id FROM requirement_measure WHERE due_at <= ?
                ORDER BY due_at LIMIT ?""")) {
      find.setTimestamp(1, Timestamp.from(now));
      find.setInt(2, most);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          due.add(new Due(rows.getString(1), rows.getObject(2, UUID.class)));
        }
      }
    }
    return due;
  }
}
