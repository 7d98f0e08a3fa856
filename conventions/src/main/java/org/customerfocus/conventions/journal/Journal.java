package org.customerfocus.conventions.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.tenancy.Ids;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Writes the audit row and the event row of a change, in its transaction. One command writes one
/// of each: a batch or an import chunk is one command.
@ApplicationScoped
public class Journal {

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
    entities
        .createNativeQuery(
            """
            WITH audit AS (
              INSERT INTO audit_entry (tenant_id, recorded_at, subject, verb, resource_type,
                                       resource_id, resource_version, request_id)
              VALUES (:tenant, :now, :subject, :verb, :resource, :id, :version, :request)
              RETURNING id
            ), detail AS (
              INSERT INTO audit_detail (tenant_id, audit_id, detail)
              SELECT :tenant, id, cast(:detail AS jsonb) FROM audit
              WHERE cast(:detail AS text) IS NOT NULL
            )
            INSERT INTO outbox_event (tenant_id, event_id, type, resource_id, resource_version,
                                      data, test, traceparent, recorded_at)
            VALUES (:tenant, :event, :type, :id, :version, cast(:data AS jsonb), :test, :trace, :now)""")
        .setParameter("tenant", caller.tenant())
        .setParameter("now", clock.instant())
        .setParameter("subject", caller.subject())
        .setParameter("verb", change.verb())
        .setParameter("resource", change.resource())
        .setParameter("id", change.id())
        .setParameter("version", version)
        .setParameter("request", logged("requestId"))
        .setParameter("detail", change.detail() == null ? null : write(change.detail()))
        .setParameter("event", Ids.next())
        .setParameter("type", change.type())
        .setParameter("data", write(data))
        .setParameter("test", caller.test())
        .setParameter("trace", logged("traceparent"))
        .executeUpdate();
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
