package org.customerfocus.conventions.privacy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Takes personal values out of what the conventions keep: the journal, stored answers and calls
/// that wait. The audit entries stay, and their chain with them; events hold none.
public final class JournalErasure {

  private JournalErasure() {}

  /// Deletes, for the tenant of the connection, the audit's details of changes to some resources
  /// and of changes whose details name some ids; and all stored answers, which are sealed and
  /// cannot be told apart.
  public static void erase(
      Connection connection, Collection<UUID> resources, Collection<UUID> named)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM audit_detail d WHERE d.audit_id IN (
              SELECT e.id FROM audit_entry e WHERE e.resource_id = ANY (?))""")) {
      delete.setArray(1, connection.createArrayOf("uuid", resources.toArray()));
      delete.executeUpdate();
    }
    Array names = connection.createArrayOf("text", named.stream().map(UUID::toString).toArray());
    for (String deletion :
        List.of(
            """
            DELETE FROM audit_detail d WHERE EXISTS (
              SELECT 1 FROM unnest(?) named WHERE strpos(d.detail::text, named) > 0)""",
            """
            DELETE FROM peer_call c WHERE EXISTS (
              SELECT 1 FROM unnest(?) named WHERE strpos(c.body, named) > 0)""")) {
      try (PreparedStatement delete = connection.prepareStatement(deletion)) {
        delete.setArray(1, names);
        delete.executeUpdate();
      }
    }
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("DELETE FROM idempotent_answer");
    }
  }
}
