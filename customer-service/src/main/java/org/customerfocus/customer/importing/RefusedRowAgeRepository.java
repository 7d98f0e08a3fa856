package org.customerfocus.customer.importing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/// Refused rows of all tenants, as the job role: how old they are, not what is in them.
@ApplicationScoped
class RefusedRowAgeRepository {

  private final AgroalDataSource jobs;

  RefusedRowAgeRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// Deletes the refused rows whose time is over.
  void forget(Instant refusedBefore) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM customer_import_refused_row WHERE refused_at < ?")) {
      delete.setObject(1, refusedBefore.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
