package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Settles what was staged, in the transaction of its caller and on the tenant's own connection.
/// Row-level security lets nothing be copied into its tables: so a temporary one takes the rows.
@ApplicationScoped
class ReportRepository {

  private final EntityManager entities;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  ReportRepository(EntityManager entities, ObjectMapper json, CurrentCaller caller) {
    this.entities = entities;
    this.json = json;
    this.caller = caller;
  }

  /// Records what is sound and new, and says in the chunk what became of the rest.
  <R> void settle(ReportKind<R> kind, Chunk<R> chunk, Instant now) {
    entities.unwrap(Session.class).doWork(connection -> settle(kind, chunk, now, connection));
  }

  private <R> void settle(ReportKind<R> kind, Chunk<R> chunk, Instant now, Connection connection)
      throws SQLException {
    chunk.judge(types(connection, chunk.metrics()));
    int sound = chunk.sound();
    if (sound == 0) {
      return;
    }
    ReportSql sql = ReportSql.of(kind);
    copy(connection, chunk);
    int fresh = takeKeys(connection, kind);
    if (fresh > 0) {
      run(connection, sql.rows(fresh == sound ? "true" : sql.isNew()), now);
    }
    List<Integer> updated = new ArrayList<>();
    if (fresh < sound) {
      updated.addAll(meet(connection, kind, sql, chunk));
    }
    if (!updated.isEmpty()) {
      run(connection, sql.keep(), now, array(connection, updated));
      follow(connection, now, updated);
    }
    if (fresh + updated.size() > 0) {
      mark(connection, kind, sql, fresh == sound ? null : updated, now);
    }
  }

  /// The types of those of the metrics that exist. They stay as they are until the transaction
  /// ends, so that what is written by a type keeps to it.
  static Map<UUID, MetricType> types(Connection connection, List<UUID> metrics)
      throws SQLException {
    Map<UUID, MetricType> types = new HashMap<>();
    if (metrics.isEmpty()) {
      return types;
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, type FROM metric WHERE id = ANY (?) ORDER BY id FOR SHARE")) {
      select.setArray(1, connection.createArrayOf("uuid", metrics.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          types.put(
              row.getObject(1, UUID.class),
              MetricType.valueOf(row.getString(2).replace('-', '_').toUpperCase(Locale.ROOT)));
        }
      }
    }
    return types;
  }

  static void copy(Connection connection, Chunk<?> chunk) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ReportSql.STAGE);
    }
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY pg_temp.report_stage (%s) FROM STDIN (FORMAT binary)"
                    .formatted(Chunk.COLUMNS));
    try {
      chunk.<SQLException>copy(copy::writeToCopy);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static int takeKeys(Connection connection, ReportKind<?> kind) throws SQLException {
    try (PreparedStatement take = connection.prepareStatement("SELECT take_report_keys(?)")) {
      take.setString(1, kind.table());
      try (ResultSet taken = take.executeQuery()) {
        taken.next();
        return taken.getInt(1);
      }
    }
  }

  static int run(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(
            i + 1,
            parameters[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  private static void follow(Connection connection, Instant now, List<Integer> rows)
      throws SQLException {
    try (PreparedStatement follow = connection.prepareStatement(ReportSql.FOLLOW)) {
      follow.setObject(1, now.atOffset(ZoneOffset.UTC));
      follow.setObject(2, array(connection, rows));
      follow.execute();
    }
  }

  private static Object array(Connection connection, List<Integer> rows) throws SQLException {
    return connection.createArrayOf("int4", rows.toArray());
  }

  /// What became of those whose keys were known.
  ///
  /// @return the rows that follow what is recorded
  private <R> List<Integer> meet(
      Connection connection, ReportKind<R> kind, ReportSql sql, Chunk<R> chunk)
      throws SQLException {
    List<Integer> others = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql.known());
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (row.getBoolean(3)) {
          chunk.became(row.getInt(1), ReportStatus.DUPLICATE, row.getObject(2, UUID.class));
        } else {
          others.add(row.getInt(1));
        }
      }
    }
    return others.isEmpty() ? List.of() : meet(connection, kind, sql, chunk, others);
  }

  private <R> List<Integer> meet(
      Connection connection,
      ReportKind<R> kind,
      ReportSql sql,
      Chunk<R> chunk,
      List<Integer> others)
      throws SQLException {
    Object rows = array(connection, others);
    try (PreparedStatement lock = connection.prepareStatement(sql.lock())) {
      lock.setObject(1, rows);
      lock.execute();
    }
    Map<UUID, R> recorded = new HashMap<>();
    Map<UUID, Integer> last = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql.met())) {
      select.setObject(1, rows);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int number = row.getInt(1);
          UUID id = row.getObject(2, UUID.class);
          R reported = Objects.requireNonNull(read(kind, row.getString(3)));
          R known = recorded.containsKey(id) ? recorded.get(id) : read(kind, row.getString(4));
          ReportStatus status = kind.meet(known, reported);
          if (status == ReportStatus.CONFLICT && row.getBoolean(5)) {
            // It was told before what it was corrected from, or retracted as.
            status = ReportStatus.DUPLICATE;
          }
          chunk.became(number, status, id);
          if (status == ReportStatus.UPDATED) {
            recorded.put(id, reported);
            last.put(id, number);
          }
        }
      }
    }
    return List.copyOf(last.values());
  }

  private <R> @Nullable R read(ReportKind<R> kind, @Nullable String text) {
    try {
      return text == null ? null : json.readValue(text, kind.request());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is recorded cannot be read back", e);
    }
  }

  /// @param updated those that were updated beside what is new; null where everything is new
  private void mark(
      Connection connection,
      ReportKind<?> kind,
      ReportSql sql,
      @Nullable List<Integer> updated,
      Instant now)
      throws SQLException {
    String statement =
        sql.markNew(kind, updated == null ? "true" : sql.isNew() + " OR s.n = ANY (?)");
    if (updated == null) {
      run(connection, statement, caller.get().test(), now);
    } else {
      run(connection, statement, caller.get().test(), now, array(connection, updated));
    }
  }
}
