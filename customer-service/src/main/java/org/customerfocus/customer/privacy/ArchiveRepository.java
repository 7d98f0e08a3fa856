package org.customerfocus.customer.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonRow;
import org.customerfocus.customer.privacy.Reach.Match;
import org.hibernate.Session;

/// Reads every row that is about a party, one by one.
@ApplicationScoped
class ArchiveRepository {

  private static final int FETCHED = 500;

  /// The parts that the services handed in repeat what is in the archive itself.
  private static final String PARTS = "privacy_request_part";

  private final EntityManager entities;
  private final ObjectMapper json;

  ArchiveRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// Takes the rows of one table after the other.
  interface Sink {

    /// @param name such as `contact-point`
    void begin(String name);

    void row(JsonNode row);

    void end();
  }

  /// Within a transaction, so that the rows are read a few at a time.
  void read(Reach reach, Sink sink) {
    entities.unwrap(Session.class).doWork(connection -> read(reach, sink, connection));
  }

  private void read(Reach reach, Sink sink, Connection connection) throws SQLException {
    Set<UUID> changed = reach.names();
    for (String table : reach.matches().keySet()) {
      if (table.equals(PARTS)) {
        continue;
      }
      List<Match> matches = reach.matches().getOrDefault(table, List.of());
      Set<UUID> own = new LinkedHashSet<>();
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT to_jsonb(t) - 'tenant_id' FROM %s t WHERE %s"
                  .formatted(ReachRepository.quote(table), ReachRepository.where(matches)))) {
        ReachRepository.bind(select, 1, matches, connection);
        write(table.replace('_', '-'), select, sink, own);
      }
      if (!reach.own(table).isEmpty()) {
        changed.addAll(own);
      }
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT jsonb_build_object('recorded_at', e.recorded_at, 'subject', e.subject,
              'verb', e.verb, 'resource_type', e.resource_type, 'resource_id', e.resource_id,
              'resource_version', e.resource_version, 'detail', d.detail)
            FROM audit_entry e
            LEFT JOIN audit_detail d ON d.tenant_id = e.tenant_id AND d.audit_id = e.id
            WHERE e.resource_id = ANY (?) ORDER BY e.id""")) {
      select.setArray(1, ReachRepository.array(changed, connection));
      write("audit", select, sink, new LinkedHashSet<>());
    }
  }

  private void write(String name, PreparedStatement select, Sink sink, Set<UUID> ids)
      throws SQLException {
    select.setFetchSize(FETCHED);
    try (ResultSet rows = select.executeQuery()) {
      boolean begun = false;
      while (rows.next()) {
        if (!begun) {
          sink.begin(name);
          begun = true;
        }
        JsonNode row = JsonRow.of(json, rows.getString(1));
        if (row.path("id").isTextual()) {
          ids.add(UUID.fromString(row.path("id").asText()));
        }
        sink.row(row);
      }
      if (begun) {
        sink.end();
      }
    }
  }
}
