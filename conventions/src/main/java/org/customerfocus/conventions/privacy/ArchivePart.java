package org.customerfocus.conventions.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonRow;

/// One service's part of an archive: `{"sections": [{"name": "response", "rows": […]}]}`, written
/// row by row, in constant memory.
public final class ArchivePart implements AutoCloseable {

  private static final int FETCHED = 100;

  private final ObjectMapper json;
  private final JsonGenerator to;

  ArchivePart(ObjectMapper json, OutputStream out) throws IOException {
    this.json = json;
    this.to = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    to.writeStartObject();
    to.writeArrayFieldStart("sections");
  }

  /// Adds the rows of a query, where there are any.
  ///
  /// @param connection within a transaction, so that the rows are read a few at a time
  /// @param query answers one column of JSON objects; each parameter is an array of ids
  public void add(
      Connection connection, String section, String query, List<? extends Collection<UUID>> ids)
      throws SQLException, IOException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 0; i < ids.size(); i++) {
        select.setArray(i + 1, connection.createArrayOf("uuid", ids.get(i).toArray()));
      }
      select.setFetchSize(FETCHED);
      try (ResultSet rows = select.executeQuery()) {
        boolean begun = false;
        while (rows.next()) {
          if (!begun) {
            begin(section);
            begun = true;
          }
          to.writeTree(JsonRow.of(json, rows.getString(1)));
        }
        if (begun) {
          to.writeEndArray();
          to.writeEndObject();
        }
      }
    }
  }

  /// Adds what the audit kept of changes to some resources.
  ///
  /// @param resources a query for their ids; each parameter is an array of ids
  public void addAudit(
      Connection connection, String resources, List<? extends Collection<UUID>> ids)
      throws SQLException, IOException {
    add(
        connection,
        "audit",
        """
        SELECT jsonb_build_object('recorded_at', e.recorded_at, 'subject', e.subject,
          'verb', e.verb, 'resource_type', e.resource_type, 'resource_id', e.resource_id,
          'resource_version', e.resource_version, 'detail', d.detail)
        FROM audit_entry e
        LEFT JOIN audit_detail d ON d.tenant_id = e.tenant_id AND d.audit_id = e.id
        WHERE e.resource_id IN (%s) ORDER BY e.id"""
            .formatted(resources),
        ids);
  }

  private void begin(String section) throws IOException {
    to.writeStartObject();
    to.writeStringField("name", section);
    to.writeArrayFieldStart("rows");
  }

  /// Ends what is open, and leaves the stream open.
  @Override
  public void close() throws IOException {
    to.close();
  }
}
