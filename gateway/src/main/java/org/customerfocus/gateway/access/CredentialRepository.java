package org.customerfocus.gateway.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks credentials up across tenants, as the job role may: whose a key is shows only then.
@ApplicationScoped
class CredentialRepository {

  private static final Duration COARSE = Duration.ofMinutes(1);
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final AgroalDataSource jobs;
  private final InstantSource clock;

  CredentialRepository(@DataSource("job") AgroalDataSource jobs, InstantSource clock) {
    this.jobs = jobs;
    this.clock = clock;
  }

  /// A key and the tenant it opens.
  record Key(
      UUID id,
      String tenant,
      Set<String> scopes,
      boolean revoked,
      @Nullable Instant expiresAt,
      boolean suspended,
      boolean test,
      String handle) {}

  /// The tenant of a public link.
  record LinkTenant(String id, boolean suspended, boolean test, String handle) {}

  /// Finds a key and notes that it is in use, at most once a minute.
  @Nullable Key findKey(String digest) {
    try (Connection connection = jobs.getConnection()) {
      Key key = select(connection, digest);
      if (key != null) {
        touch(connection, key);
      }
      return key;
    } catch (SQLException e) {
      throw new IllegalStateException("A key could not be looked up", e);
    }
  }

  private static @Nullable Key select(Connection connection, String digest) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT k.id, k.tenant_id, k.scopes, k.status, k.expires_at,
                   t.status AS tenant_status, t.mode, t.handle
            FROM api_key k
            JOIN tenant t ON t.tenant_id = 'operator' AND t.id = k.tenant_id::uuid
            WHERE k.secret_digest = ?""")) {
      select.setString(1, digest);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Timestamp expiry = row.getTimestamp("expires_at");
        return new Key(
            row.getObject("id", UUID.class),
            row.getString("tenant_id"),
            Set.of(row.getString("scopes").split(" ", -1)),
            row.getString("status").equals("revoked"),
            expiry == null ? null : expiry.toInstant(),
            row.getString("tenant_status").equals("suspended"),
            row.getString("mode").equals("test"),
            row.getString("handle"));
      }
    }
  }

  private void touch(Connection connection, Key key) throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE api_key SET last_used_at = ?
            WHERE tenant_id = ? AND id = ? AND status = 'active'
              AND (last_used_at IS NULL OR last_used_at < ?)""")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setString(2, key.tenant());
      update.setObject(3, key.id());
      update.setTimestamp(4, Timestamp.from(now.minus(COARSE)));
      update.executeUpdate();
    }
  }

  private static @Nullable UUID id(String text) {
    return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  /// @param handle the tenant's handle, or its id: a service prints the id into a link as long as
  ///   no request has told it the handle
  @Nullable LinkTenant findTenant(String handle) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT id, status, mode, handle FROM tenant
                WHERE tenant_id = 'operator' AND id = ?
                UNION ALL
                SELECT id, status, mode, handle FROM tenant
                WHERE tenant_id = 'operator' AND handle = ?""")) {
      select.setObject(1, id(handle), Types.OTHER);
      select.setString(2, handle);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new LinkTenant(
                row.getString("id"),
                row.getString("status").equals("suspended"),
                row.getString("mode").equals("test"),
                row.getString("handle"))
            : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A tenant could not be looked up", e);
    }
  }
}
