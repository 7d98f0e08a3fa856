package org.customerfocus.customer.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.privacy.JournalErasure;
import org.customerfocus.customer.importing.Traces;
import org.customerfocus.customer.privacy.PersonalTable.Column;
import org.customerfocus.customer.privacy.Reach.Match;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Erases what identifies a party, in the transaction of the request: all of it or nothing.
@ApplicationScoped
class ErasureRepository {

  /// Integrity constraint violations: `23xxx`.
  private static final String CONSTRAINT = "23";

  /// Columns that may hold something personal: text without a list of allowed values, JSON, bytes.
  private static final String COLUMNS =
      """
      SELECT t.relname, a.attname, format_type(a.atttypid, NULL), NOT a.attnotnull
      FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
        AND NOT t.relispartition AND t.relname <> 'flyway_schema_history'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND a.attname <> 'tenant_id'
        AND format_type(a.atttypid, NULL) IN ('text', 'character varying', 'text[]', 'json', 'jsonb',
                                              'xml', 'bytea', 'jsonb[]')
        AND NOT EXISTS (
          SELECT 1 FROM pg_constraint c
          WHERE c.conrelid = t.oid AND c.contype = 'c' AND c.conkey = ARRAY[a.attnum]
            AND pg_get_constraintdef(c.oid) LIKE '%= ANY (ARRAY[%')
      ORDER BY 1, a.attnum""";

  private final EntityManager entities;

  ErasureRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The tables of the database with the columns that may hold something personal.
  Map<String, PersonalTable> tables() {
    return entities.unwrap(Session.class).doReturningWork(ErasureRepository::tables);
  }

  /// Whoever adds something to the party from now on waits until it is erased.
  void lock(UUID party) {
    entities
        .createNativeQuery("SELECT id FROM party WHERE id = :party FOR UPDATE", UUID.class)
        .setParameter("party", party)
        .getResultList();
  }

  /// By what the party is recognised in the files of imports.
  Traces traces(Reach reach) {
    entities.flush();
    return entities.unwrap(Session.class).doReturningWork(connection -> traces(reach, connection));
  }

  /// As the connection shows the database.
  static Traces traces(Reach reach, Connection connection) throws SQLException {
    return new RowsRepository(connection, reach, tables(connection)).traces();
  }

  void erase(Reach reach, Instant now) {
    entities.flush();
    entities
        .unwrap(Session.class)
        .doWork(connection -> new RowsRepository(connection, reach, tables(connection)).run(now));
    // What was loaded before is not what is stored any more.
    entities.clear();
  }

  private static Map<String, PersonalTable> tables(Connection connection) throws SQLException {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns
            .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
            .add(new Column(row.getString(2), row.getString(3), row.getBoolean(4)));
      }
    }
    return columns.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> new PersonalTable(each.getKey(), each.getValue())));
  }

  /// The rows of one party, on one connection.
  private record RowsRepository(
      Connection connection, Reach reach, Map<String, PersonalTable> tables) {

    void run(Instant now) throws SQLException {
      eraseAudit();
      List<PersonalTable> deletable = new ArrayList<>();
      for (String name : reach.ownTables()) {
        PersonalTable table = tables.get(name);
        if (table != null && !name.equals(Reach.PARTY)) {
          Set<String> codes = ErasureRules.KEPT.get(name);
          if (codes == null || !blank(table, codes)) {
            deletable.add(table);
          }
        }
      }
      deleteAll(deletable);
      bury(now);
    }

    /// By what the party is recognised in what was sent in as files.
    Traces traces() throws SQLException {
      Traces traces = new Traces();
      reach.names().forEach(each -> traces.add(each.toString()));
      for (String table : reach.ownTables()) {
        PersonalTable personal = tables.get(table);
        if (personal != null) {
          add(personal, traces);
        }
      }
      return traces;
    }

    private void add(PersonalTable table, Traces traces) throws SQLException {
      Set<String> columns = new LinkedHashSet<>();
      table.columns().forEach(each -> columns.add(each.name()));
      columns.retainAll(
          Set.of(
              "name", "given_name", "family_name", "scheme", "value", "ref_scheme", "ref_value"));
      if (columns.isEmpty()) {
        return;
      }
      List<Match> own = reach.own(table.name());
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT %s FROM %s WHERE %s"
                  .formatted(
                      String.join(", ", columns),
                      ReachRepository.quote(table.name()),
                      ReachRepository.where(own)))) {
        ReachRepository.bind(select, 1, own, connection);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String column : columns) {
              String value = row.getString(column);
              if (value != null && !value.isBlank()) {
                values.put(column, value);
              }
            }
            add(values, traces);
          }
        }
      }
    }

    private static void add(Map<String, String> row, Traces traces) {
      String name = row.get("name");
      if (name != null) {
        traces.addName(name);
      }
      String given = row.get("given_name");
      String family = row.get("family_name");
      if (given != null && family != null) {
        traces.addName(given, family);
      }
      addValue(row.get("scheme"), row.get("value"), traces);
      addValue(row.get("ref_scheme"), row.get("ref_value"), traces);
    }

    private static void addValue(@Nullable String scheme, @Nullable String value, Traces traces) {
      if (value != null && scheme != null) {
        traces.addRef(scheme, value);
      } else if (value != null) {
        traces.add(value);
      }
    }

    /// The details of every change to a row of the party's own, and of every change that names the
    /// party: they hold the values of their time. The entries stay, and their chain with them.
    private void eraseAudit() throws SQLException {
      Set<UUID> rows = new LinkedHashSet<>();
      for (String table : reach.ownTables()) {
        if (hasId(table)) {
          rows.addAll(ReachRepository.values(connection, table, "id", reach.own(table)));
        }
      }
      rows.addAll(reach.former());
      JournalErasure.erase(connection, rows, reach.names());
    }

    private boolean hasId(String table) throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              SELECT 1 FROM pg_attribute WHERE attrelid = ?::regclass AND attname = 'id'
                AND atttypid = 'uuid'::regtype""")) {
        select.setString(1, ReachRepository.quote(table));
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    }

    /// Empties the texts of rows that stay.
    ///
    /// @return false when a constraint forbids it: then the rows have to go
    private boolean blank(PersonalTable table, Set<String> codes) throws SQLException {
      String blanks =
          table.columns().stream()
              .filter(each -> !codes.contains(each.name()))
              .map(each -> quote(each) + " = " + each.blank())
              .collect(Collectors.joining(", "));
      List<Match> own = reach.own(table.name());
      return blanks.isEmpty()
          || attempt(
              "UPDATE %s SET %s WHERE %s"
                  .formatted(
                      ReachRepository.quote(table.name()), blanks, ReachRepository.where(own)),
              own);
    }

    /// Deletes the rows of all tables, whichever refers to which; those that something else refers
    /// to stay without their texts.
    private void deleteAll(List<PersonalTable> wanted) throws SQLException {
      List<PersonalTable> left = new ArrayList<>(wanted);
      int before = left.size() + 1;
      while (!left.isEmpty() && left.size() < before) {
        before = left.size();
        List<PersonalTable> blocked = new ArrayList<>();
        for (PersonalTable table : left.reversed()) {
          List<Match> own = reach.own(table.name());
          String delete =
              "DELETE FROM %s WHERE %s"
                  .formatted(ReachRepository.quote(table.name()), ReachRepository.where(own));
          if (!attempt(delete, own)) {
            blocked.addFirst(table);
          }
        }
        left = blocked;
      }
      for (PersonalTable table : left) {
        if (!blank(table, Set.of())) {
          throw new IllegalStateException(
              "The rows of %s can neither be deleted nor emptied".formatted(table.name()));
        }
      }
    }

    /// The party itself stays as a tombstone.
    private void bury(Instant now) throws SQLException {
      PersonalTable party = tables.get(Reach.PARTY);
      if (party == null) {
        throw new IllegalStateException("There is no table of parties");
      }
      String blanks =
          party.columns().stream()
              .map(
                  each ->
                      each.name().equals("family_name")
                          // A person has a name.
                          ? "family_name = CASE WHEN kind = 'person' THEN '%s' END"
                              .formatted(ErasureRules.ERASED)
                          : quote(each) + " = " + each.blank())
              .collect(Collectors.joining(", "));
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              UPDATE party SET %s%s, version = version + 1, updated_at = ?, erased_at = ?
              WHERE id = ANY (?)"""
                  .formatted(blanks, undated()))) {
        update.setObject(1, now.atOffset(ZoneOffset.UTC));
        update.setObject(2, now.atOffset(ZoneOffset.UTC));
        update.setArray(3, ReachRepository.array(reach.parties(), connection));
        update.executeUpdate();
      }
    }

    /// Days of a party's life, such as its birth, identify as well as a name does.
    private String undated() throws SQLException {
      StringBuilder undated = new StringBuilder();
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  SELECT attname FROM pg_attribute
                  WHERE attrelid = 'party'::regclass AND atttypid = 'date'::regtype
                    AND NOT attisdropped AND NOT attnotnull AND attgenerated = ''""")) {
        while (row.next()) {
          undated.append(", ").append(ReachRepository.quote(row.getString(1))).append(" = NULL");
        }
      }
      return undated.toString();
    }

    private boolean attempt(String sql, List<Match> matches) throws SQLException {
      Savepoint before = connection.setSavepoint();
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        ReachRepository.bind(statement, 1, matches, connection);
        statement.executeUpdate();
        connection.releaseSavepoint(before);
        return true;
      } catch (SQLException e) {
        if (e.getSQLState() != null && e.getSQLState().startsWith(CONSTRAINT)) {
          connection.rollback(before);
          return false;
        }
        throw e;
      }
    }

    private static String quote(Column column) {
      return ReachRepository.quote(column.name());
    }
  }
}
