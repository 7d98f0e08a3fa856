package org.customerfocus.conventions.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The keyed digests that chain the audit: `digest = HMAC-SHA256(key, digest before ‖ entry)`.
/// Whoever alters, removes or inserts a row without the key breaks every digest after it.
final class AuditChain {

  private final SecretKeySpec key;

  AuditChain(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /// Chains unsealed entries to the last sealed one, within the sealer's transaction.
  int extend(Connection connection, int limit) throws SQLException {
    List<Link> links = new ArrayList<>();
    byte[] before = new byte[0];
    long position = 0;
    try (Statement statement = connection.createStatement()) {
      try (ResultSet last =
          statement.executeQuery(
              "SELECT position, digest FROM audit_entry WHERE position IS NOT NULL"
                  + " ORDER BY position DESC LIMIT 1")) {
        if (last.next()) {
          position = last.getLong(1);
          before = last.getBytes(2);
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT id, jsonb_build_array(id, tenant_id, extract(epoch FROM recorded_at), subject,
                                           verb, resource_type, resource_id, resource_version,
                                           request_id)::text AS entry
              FROM audit_entry WHERE position IS NULL ORDER BY id LIMIT %d"""
                  .formatted(limit))) {
        while (rows.next()) {
          before = digest(before, rows.getString("entry"));
          links.add(new Link(rows.getLong("id"), ++position, before));
        }
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE audit_entry SET position = ?, digest = ? WHERE id = ?")) {
      for (Link link : links) {
        update.setLong(1, link.position());
        update.setBytes(2, link.digest());
        update.setLong(3, link.id());
        update.addBatch();
      }
      update.executeBatch();
    }
    return links.size();
  }

  private byte[] digest(byte[] before, String entry) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(before);
      return mac.doFinal(entry.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  private record Link(long id, long position, byte[] digest) {}
}
