package org.customerfocus.conventions.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.NamedIds;

/// Takes personal values out of what the conventions keep: the journal, stored answers and calls
/// that wait. The audit entries stay, and their chain with them; events hold none.
public final class JournalErasure {

  private JournalErasure() {}

  /// Deletes, for the tenant of the connection, the audit's details of changes to some resources
  /// and of changes whose details name some ids; and the stored answers that name any of them, or
  /// that name nothing and so might be about anybody. All are found by index; of the calls, those
  /// that wait are read; where a body is yet to be written it holds nothing but ids, and will tell
  /// what is left.
  public static void erase(
      Connection connection, Collection<UUID> resources, Collection<UUID> named)
      throws SQLException {
    try (PreparedStatement erase =
        connection.prepareStatement("SELECT erase_audit_details(?, ?)")) {
      erase.setArray(1, connection.createArrayOf("uuid", resources.toArray()));
      erase.setArray(2, connection.createArrayOf("uuid", named.toArray()));
      erase.execute();
    }
    Set<UUID> all = new LinkedHashSet<>(resources);
    all.addAll(named);
    try (PreparedStatement forget =
        connection.prepareStatement("SELECT forget_answers_naming(?)")) {
      forget.setArray(1, connection.createArrayOf("bigint", NamedIds.digests(all)));
      forget.execute();
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            DELETE FROM peer_call c WHERE c.upload IS NULL AND EXISTS (
              SELECT 1 FROM unnest(?) named WHERE strpos(c.body, named) > 0)""")) {
      Object[] names = named.stream().map(UUID::toString).toArray();
      delete.setArray(1, connection.createArrayOf("text", names));
      delete.executeUpdate();
    }
  }
}
