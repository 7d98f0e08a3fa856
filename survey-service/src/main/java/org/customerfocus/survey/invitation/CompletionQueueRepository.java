package org.customerfocus.survey.invitation;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which tenants have completions that wait, across tenants, as the job role.
@ApplicationScoped
class CompletionQueueRepository {

  record Waiting(String tenant, boolean test) {}

  private final AgroalDataSource jobs;

  CompletionQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  List<Waiting> due(LocalDate today) throws SQLException {
    List<Waiting> tenants = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find =
            connection.prepareStatement(
                """
                SELECT tenant_id, bool_or(test) FROM invitation_completion WHERE due_on <= ?
                GROUP BY tenant_id""")) {
      find.setObject(1, today);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          tenants.add(new Waiting(rows.getString(1), rows.getBoolean(2)));
        }
      }
    }
    return tenants;
  }
}
