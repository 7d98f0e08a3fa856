package org.customerfocus.conventions.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonRow;

/// One service's part of an archive: `{"sections": [{"name": "response", "rows": […]}]}`.
public final class ArchivePart {

  private final ObjectMapper json;
  private final ObjectNode part;

  ArchivePart(ObjectMapper json) {
    this.json = json;
    this.part = json.createObjectNode();
    part.putArray("sections");
  }

  /// Adds the rows of a query, where there are any.
  ///
  /// @param query answers one column of JSON objects; each parameter is an array of ids
  /// @return the ids of the rows
  public Set<UUID> add(
      Connection connection, String section, String query, List<? extends Collection<UUID>> ids)
      throws SQLException {
    ArrayNode rows = json.createArrayNode();
    Set<UUID> found = new LinkedHashSet<>();
    try (PreparedStatement select = connection.prepareStatement(query)) {
      for (int i = 0; i < ids.size(); i++) {
        select.setArray(i + 1, connection.createArrayOf("uuid", ids.get(i).toArray()));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ObjectNode named = JsonRow.of(json, row.getString(1));
          if (named.path("id").isTextual()) {
            found.add(UUID.fromString(named.path("id").asText()));
          }
          rows.add(named);
        }
      }
    }
    if (!rows.isEmpty()) {
      part.withArray("sections").addObject().put("name", section).set("rows", rows);
    }
    return found;
  }

  /// Adds what the audit kept of changes to some resources.
  public void addAudit(Connection connection, Set<UUID> resources) throws SQLException {
    add(connection, "audit", AUDIT, List.of(resources));
  }

  private static final String AUDIT =
      """
      SELECT jsonb_build_object('recorded_at', e.recorded_at, 'subject', e.subject,
        'verb', e.verb, 'resource_type', e.resource_type, 'resource_id', e.resource_id,
        'resource_version', e.resource_version, 'detail', d.detail)
      FROM audit_entry e
      LEFT JOIN audit_detail d ON d.tenant_id = e.tenant_id AND d.audit_id = e.id
      WHERE e.resource_id = ANY (?) ORDER BY e.id""";

  @Override
  public String toString() {
    return part.toString();
  }
}
