package org.customerfocus.customer.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.job.StoredFile;
import org.customerfocus.conventions.tenancy.Snapshot;
import org.customerfocus.conventions.wire.JsonRow;
import org.customerfocus.customer.importing.RefusedRowRepository;
import org.customerfocus.customer.privacy.Reach.Match;
import org.jspecify.annotations.Nullable;

/// Reads every row that is about a party, one by one, and what the other services handed in: all of
/// one state of the database.
@ApplicationScoped
class ArchiveRepository {

  private static final int FETCHED = 100;

  /// The parts that the services handed in are in the archive itself.
  private static final Set<String> PARTS = Set.of("privacy_request_part", "privacy_request_piece");

  private static final String AUDIT =
      """
      SELECT jsonb_build_object('recorded_at', e.recorded_at, 'subject', e.subject,
        'verb', e.verb, 'resource_type', e.resource_type, 'resource_id', e.resource_id,
        'resource_version', e.resource_version, 'detail', d.detail)
      FROM audit_entry e
      LEFT JOIN audit_detail d ON d.tenant_id = e.tenant_id AND d.audit_id = e.id
      WHERE e.resource_id = ANY (?) ORDER BY e.id""";

  private final Snapshot snapshot;
  private final RefusedRowRepository refused;
  private final ObjectMapper json;

  ArchiveRepository(Snapshot snapshot, RefusedRowRepository refused, ObjectMapper json) {
    this.snapshot = snapshot;
    this.refused = refused;
    this.json = json;
  }

  /// Takes the archive in the order in which it is read.
  interface Sink {

    /// @param missing the services that have not handed in their part yet
    void begin(List<String> missing) throws IOException;

    void beginService(String service) throws IOException;

    /// @param name such as `contact-point`
    void beginSection(String name) throws IOException;

    void row(JsonNode row) throws IOException;

    void endSection() throws IOException;

    /// The sections of the service that has begun.
    void handedIn(InputStream part) throws IOException;

    void endService() throws IOException;
  }

  /// What a service handed in.
  private record Part(UUID id, String service, boolean done, @Nullable UUID attempt) {}

  void read(UUID request, UUID party, Sink sink) {
    snapshot.read(connection -> read(request, party, sink, connection));
  }

  private void read(UUID request, UUID party, Sink sink, Connection connection)
      throws SQLException, IOException {
    List<Part> parts = parts(request, connection);
    sink.begin(parts.stream().filter(each -> !each.done()).map(Part::service).toList());
    sink.beginService("customer");
    readOwn(ReachRepository.of(party, connection), sink, connection);
    sink.endService();
    for (Part part : parts) {
      if (part.attempt() != null && piece(part, 0, connection).length > 0) {
        sink.beginService(part.service());
        sink.handedIn(new StoredFile(ordinal -> piece(part, ordinal, connection)));
        sink.endService();
      }
    }
  }

  private void readOwn(Reach reach, Sink sink, Connection connection)
      throws SQLException, IOException {
    Set<UUID> changed = reach.names();
    for (String table : reach.matches().keySet()) {
      if (PARTS.contains(table)) {
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
    readRefused(reach, sink, connection);
    try (PreparedStatement select = connection.prepareStatement(AUDIT)) {
      select.setArray(1, ReachRepository.array(changed, connection));
      write("audit", select, sink, new LinkedHashSet<>());
    }
  }

  /// Rows of imports that were not recorded refer to nobody: they are searched, as by an erasure.
  private void readRefused(Reach reach, Sink sink, Connection connection)
      throws SQLException, IOException {
    boolean[] begun = {false};
    refused.read(
        connection,
        ErasureRepository.traces(reach, connection),
        row -> {
          if (!begun[0]) {
            sink.beginSection("customer-import-refused-row");
            begun[0] = true;
          }
          sink.row(row);
        });
    if (begun[0]) {
      sink.endSection();
    }
  }

  private void write(String name, PreparedStatement select, Sink sink, Set<UUID> ids)
      throws SQLException, IOException {
    select.setFetchSize(FETCHED);
    try (ResultSet rows = select.executeQuery()) {
      boolean begun = false;
      while (rows.next()) {
        if (!begun) {
          sink.beginSection(name);
          begun = true;
        }
        JsonNode row = JsonRow.of(json, rows.getString(1));
        if (row.path("id").isTextual()) {
          ids.add(UUID.fromString(row.path("id").asText()));
        }
        sink.row(row);
      }
      if (begun) {
        sink.endSection();
      }
    }
  }

  private static List<Part> parts(UUID request, Connection connection) throws SQLException {
    List<Part> parts = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, service, done_at IS NOT NULL, attempt FROM privacy_request_part
            WHERE request_id = ? ORDER BY service""")) {
      select.setObject(1, request);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          parts.add(
              new Part(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getBoolean(3),
                  row.getObject(4, UUID.class)));
        }
      }
    }
    return parts;
  }

  private static byte[] piece(Part part, int ordinal, Connection connection) {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT bytes FROM privacy_request_piece
            WHERE part_id = ? AND attempt = ? AND ordinal = ?""")) {
      select.setObject(1, part.id());
      select.setObject(2, part.attempt());
      select.setInt(3, ordinal);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A piece of an archive could not be read", e);
    }
  }
}
