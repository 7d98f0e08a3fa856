package org.customerfocus.conventions.journal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;

/// Deletes stored answers whose time is over.
@ApplicationScoped
class Housekeeping {

  private final AgroalDataSource jobs;
  private final InstantSource clock;

  Housekeeping(@DataSource("job") AgroalDataSource jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetAnswers() throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM idempotent_answer WHERE expires_at <= ?")) {
      delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }
}
