package org.customerfocus.conventions.journal;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Gives committed rows their dense position. One sealer works at a time, elected by an advisory
/// lock that its transaction holds: it sees only what is committed, and its successor sees what it
/// did, so nothing that commits late is ever skipped by a reader who goes by position.
@ApplicationScoped
public class Sealer {

  /// An arbitrary number that the sealers of one database agree on.
  private static final long LOCK = 0x5EA1E7L;

  private static final int BATCH = 1_000;

  private final AgroalDataSource jobs;
  private final AuditChain chain;

  Sealer(
      @DataSource("job") AgroalDataSource jobs,
      @ConfigProperty(name = "customerfocus.audit-key") String auditKey) {
    this.jobs = jobs;
    this.chain = new AuditChain(Base64.getDecoder().decode(auditKey));
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws SQLException {
    while (seal() == BATCH) {
      // More is waiting than one transaction takes.
    }
  }

  /// Seals what is committed and not sealed yet.
  ///
  /// @return how many events or audit rows, the larger of the two; 0 where another sealer is at
  ///   work
  public int seal() throws SQLException {
    try (Connection connection = jobs.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int sealed = elected(connection) ? seal(connection) : 0;
        connection.commit();
        return sealed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static boolean elected(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var lock = statement.executeQuery("SELECT pg_try_advisory_xact_lock(%d)".formatted(LOCK))) {
      lock.next();
      return lock.getBoolean(1);
    }
  }

  private int seal(Connection connection) throws SQLException {
    try (var number =
        connection.prepareStatement(
            """
            WITH next AS (
              SELECT id, row_number() OVER (ORDER BY id) AS place
              FROM (SELECT id FROM outbox_event WHERE position IS NULL ORDER BY id LIMIT ?) waiting
            )
            UPDATE outbox_event e
            SET position = next.place + (SELECT coalesce(max(position), 0) FROM outbox_event)
            FROM next WHERE e.id = next.id""")) {
      number.setInt(1, BATCH);
      int events = number.executeUpdate();
      return Math.max(events, chain.extend(connection, BATCH));
    }
  }
}
