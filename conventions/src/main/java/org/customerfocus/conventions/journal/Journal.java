package org.customerfocus.conventions.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.tenancy.Ids;
import org.hibernate.Session;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Writes the audit row and the event row of a change, in its transaction. One command writes one
/// of each: a batch or an import chunk is one command.
@ApplicationScoped
public class Journal {

  private static final String INSERT =
      """
      WITH given (tenant_id, recorded_at, subject, verb, resource_type, resource_id,
                  resource_version, request_id, detail, event_id, type, data, test, traceparent)
        AS (VALUES (?, ?::timestamptz, ?, ?, ?, ?::uuid, ?::bigint, ?, ?::jsonb, ?::uuid, ?,
                    ?::jsonb, ?::boolean, ?)),
      audit AS (
        INSERT INTO audit_entry (tenant_id, recorded_at, subject, verb, resource_type, resource_id,
                                 resource_version, request_id)
        SELECT tenant_id, recorded_at, subject, verb, resource_type, resource_id, resource_version,
               request_id
        FROM given
        RETURNING id
      ), personal AS (
        INSERT INTO audit_detail (tenant_id, audit_id, detail)
        SELECT tenant_id, audit.id, detail FROM given, audit WHERE detail IS NOT NULL
      )
      INSERT INTO outbox_event (tenant_id, event_id, type, resource_id, resource_version, data,
                                test, traceparent, recorded_at)
      SELECT tenant_id, event_id, type, resource_id, resource_version, data, test, traceparent,
             recorded_at
      FROM given""";

  private final EntityManager entities;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final CurrentCaller current;

  Journal(EntityManager entities, ObjectMapper json, InstantSource clock, CurrentCaller current) {
    this.entities = entities;
    this.json = json;
    this.clock = clock;
    this.current = current;
  }

  /// Flushes first: the version of the change is then taken, and the rows of two changes to one
  /// resource get their numbers in the order of its versions.
  public void record(Change change) {
    entities.flush();
    long version = change.version().getAsLong();
    Caller caller = current.get();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", change.id());
    data.put("version", version);
    data.putAll(change.data());
    String detail = change.detail() == null ? null : write(change.detail());
    List<@Nullable Object> row =
        Arrays.asList(
            caller.tenant(),
            clock.instant().atOffset(ZoneOffset.UTC),
            caller.subject(),
            change.verb(),
            change.resource(),
            change.id(),
            version,
            logged("requestId"),
            detail,
            Ids.next(),
            change.type(),
            write(data),
            caller.test(),
            logged("traceparent"));
    entities.unwrap(Session.class).doWork(connection -> insert(connection, row));
  }

  // Every command comes here: past Hibernate, whose own queries cost more than this one statement.
  private static void insert(Connection connection, List<@Nullable Object> row)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < row.size(); i++) {
        insert.setObject(i + 1, row.get(i));
      }
      insert.executeUpdate();
    }
  }

  private static @Nullable String logged(String key) {
    Object value = MDC.get(key);
    return value == null ? null : value.toString();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A journaled value cannot be written as JSON", e);
    }
  }
}
