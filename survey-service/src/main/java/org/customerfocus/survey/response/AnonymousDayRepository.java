package org.customerfocus.survey.response;

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

/// Which days are to be told, of all tenants.
@ApplicationScoped
class AnonymousDayRepository {

  private final AgroalDataSource jobs;

  AnonymousDayRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  record Due(String tenant, LocalDate day, boolean test) {}

  List<Due> due(LocalDate before) {
    List<Due> due = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT tenant_id, day, test FROM anonymous_day WHERE day < ? ORDER BY day")) {
      select.setObject(1, before);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(rows.getString(1), rows.getObject(2, LocalDate.class), rows.getBoolean(3)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The days that are due could not be read", e);
    }
    return due;
  }
}
