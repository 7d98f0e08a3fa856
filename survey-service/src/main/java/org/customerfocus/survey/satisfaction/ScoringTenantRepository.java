package org.customerfocus.survey.satisfaction;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Which tenants ask for scores, as the job role.
@ApplicationScoped
class ScoringTenantRepository {

  private final AgroalDataSource jobs;

  ScoringTenantRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  List<String> all() throws SQLException {
    List<String> tenants = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find =
            connection.prepareStatement("SELECT DISTINCT tenant_id FROM score_question");
        ResultSet rows = find.executeQuery()) {
      while (rows.next()) {
        tenants.add(rows.getString(1));
      }
    }
    return tenants;
  }
}
