package org.customerfocus.survey;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.customerfocus.conventions.testing.Platform;

/// What transactions do to each other.
public final class Transactions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Transactions() {}

  /// Waits until that many wait for others.
  public static void awaitWaiting(int wanted) throws SQLException {
    awaitCount("SELECT count(*) FROM pg_locks WHERE NOT granted", count -> count >= wanted);
  }

  /// Waits until those of the service are over that are open now with nothing to do.
  public static void awaitNoneIdle() throws SQLException {
    String now;
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      now = row.getString(1);
    }
    awaitCount(
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'
          AND xact_start <= '%s'"""
            .formatted(now),
        count -> count == 0);
  }

  private interface Wanted {
    boolean isMet(int count);
  }

  private static void awaitCount(String sql, Wanted wanted) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                try (ResultSet row = statement.executeQuery(sql)) {
                  row.next();
                  return wanted.isMet(row.getInt(1));
                }
              });
    }
  }
}
