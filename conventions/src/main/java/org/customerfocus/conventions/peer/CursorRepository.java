package org.customerfocus.conventions.peer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// How far the feed of customer-service is read, and who reads it.
@ApplicationScoped
class CursorRepository {

  private static final String FEED = "customer";

  /// An arbitrary number that the consumers of one database agree on.
  private static final long LOCK = 0xFEED5L;

  private final AgroalDataSource jobs;
  private final EntityManager entities;

  CursorRepository(@DataSource("job") AgroalDataSource jobs, EntityManager entities) {
    this.jobs = jobs;
    this.entities = entities;
  }

  /// Work on the feed, from a position to the position that is reached.
  interface Reading {
    long from(long position) throws SQLException, InterruptedException;
  }

  /// Reads on as the only one: the lock is held until the reading is over, and is free again when
  /// this process dies. Where another one reads, nothing happens.
  void readAlone(Reading reading) throws SQLException, InterruptedException {
    try (Connection connection = jobs.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (elected(connection)) {
          reading.from(position(connection));
        }
      } finally {
        connection.rollback();
      }
    }
  }

  private static boolean elected(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet lock =
            statement.executeQuery("SELECT pg_try_advisory_xact_lock(%d)".formatted(LOCK))) {
      lock.next();
      return lock.getBoolean(1);
    }
  }

  private static long position(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT position FROM feed_cursor WHERE feed = ?")) {
      select.setString(1, FEED);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /// Advances within the transaction of an effect.
  ///
  /// @return false when the feed is read beyond the position already: the effect happened before
  boolean advance(long position) {
    return entities
            .createNativeQuery(
                """
                INSERT INTO feed_cursor (feed, position) VALUES (:feed, :position)
                ON CONFLICT (feed) DO UPDATE SET position = excluded.position
                WHERE feed_cursor.position < excluded.position""")
            .setParameter("feed", FEED)
            .setParameter("position", position)
            .executeUpdate()
        == 1;
  }
}
