package org.customerfocus.conventions.peer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.Ids;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PeerCallRepository {

  private static final int AT_ONCE = 100;

  private final EntityManager entities;
  private final AgroalDataSource jobs;

  PeerCallRepository(EntityManager entities, @DataSource("job") AgroalDataSource jobs) {
    this.entities = entities;
    this.jobs = jobs;
  }

  /// A call that is due.
  record Due(String tenant, UUID id, boolean test) {}

  /// A call with what is in it.
  ///
  /// @param upload the name of what writes its body; without one, the body is sent as it is
  record Call(
      Method method,
      String path,
      String scope,
      String body,
      @Nullable String upload,
      int attempts) {}

  /// What bears repeating.
  enum Method {
    PUT,
    DELETE
  }

  void add(String tenant, boolean test, Call call, Instant at) {
    entities
        .createNativeQuery(
            """
            INSERT INTO peer_call (tenant_id, id, method, path, scope, body, upload, test,
              attempts, next_at)
            VALUES (:tenant, :id, :method, :path, :scope, :body, :upload, :test, 0, :at)""")
        .setParameter("tenant", tenant)
        .setParameter("id", Ids.next())
        .setParameter("method", call.method().name())
        .setParameter("path", call.path())
        .setParameter("scope", call.scope())
        .setParameter("body", call.body())
        .setParameter("upload", call.upload())
        .setParameter("test", test)
        .setParameter("at", at)
        .executeUpdate();
  }

  /// Across tenants, as the job role: which calls there are, not what is in them.
  List<Due> due(Instant now) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT tenant_id, id, test FROM peer_call WHERE next_at <= ?"
                    + " ORDER BY next_at LIMIT "
                    + AT_ONCE)) {
      select.setObject(1, now.atOffset(ZoneOffset.UTC));
      List<Due> due = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(new Due(row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3)));
        }
      }
      return due;
    }
  }

  /// Empty when another process has made the call, or is making it.
  @SuppressWarnings("unchecked")
  Optional<Call> take(UUID id) {
    return entities
        .createNativeQuery(
            """
            SELECT method, path, scope, body, upload, attempts FROM peer_call WHERE id = :id
            FOR UPDATE SKIP LOCKED""",
            Tuple.class)
        .setParameter("id", id)
        .getResultStream()
        .map(
            row -> {
              Tuple call = (Tuple) row;
              return new Call(
                  Method.valueOf(call.get("method", String.class)),
                  call.get("path", String.class),
                  call.get("scope", String.class),
                  call.get("body", String.class),
                  call.get("upload", String.class),
                  call.get("attempts", Number.class).intValue());
            })
        .findFirst();
  }

  void made(UUID id) {
    entities
        .createNativeQuery("DELETE FROM peer_call WHERE id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  void postpone(UUID id, Instant until) {
    entities
        .createNativeQuery(
            "UPDATE peer_call SET attempts = attempts + 1, next_at = :until WHERE id = :id")
        .setParameter("until", until)
        .setParameter("id", id)
        .executeUpdate();
  }
}
