package org.customerfocus.conventions.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Reads that all see one state of the database, however many and long they are: one read-only
/// transaction at repeatable read, on a connection of its own, as the current caller.
@ApplicationScoped
public class Snapshot {

  private final AgroalDataSource database;

  Snapshot(AgroalDataSource database) {
    this.database = database;
  }

  /// What is read of the snapshot.
  public interface Reading {
    void from(Connection connection) throws SQLException, IOException;
  }

  /// A transaction that is under way is left aside: its uncommitted changes are not seen.
  public void read(Reading reading) {
    QuarkusTransaction.suspendingExisting().run(() -> readAside(reading));
  }

  private void readAside(Reading reading) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        begin.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        // It lasts as long as somebody takes what is read, which is longer than a change may. The
        // running clock is stopped first: the new limit alone would not replace it.
        begin.execute("SET LOCAL transaction_timeout = 0");
        begin.execute("SET LOCAL transaction_timeout = '15min'");
        reading.from(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A snapshot could not be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
