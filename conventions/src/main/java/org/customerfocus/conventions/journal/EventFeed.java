package org.customerfocus.conventions.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Reads sealed events across tenants, in order of position.
@ApplicationScoped
class EventFeed {

  private final AgroalDataSource jobs;
  private final ObjectMapper json;
  private final String source;

  EventFeed(
      @DataSource("job") AgroalDataSource jobs,
      ObjectMapper json,
      @ConfigProperty(name = "customerfocus.service") String service) {
    this.jobs = jobs;
    this.json = json;
    this.source = "/" + service;
  }

  List<CloudEvent> after(long position, int limit) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT tenant_id, event_id, type, resource_id, data, test, traceparent, recorded_at,
                       position
                FROM outbox_event WHERE position > ? ORDER BY position LIMIT ?""")) {
      select.setLong(1, position);
      select.setInt(2, limit);
      List<CloudEvent> events = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      return events;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("The event feed could not be read", e);
    }
  }

  private CloudEvent event(ResultSet row) throws SQLException, JsonProcessingException {
    return new CloudEvent(
        "1.0",
        row.getObject("event_id", UUID.class),
        source,
        row.getString("type"),
        row.getString("resource_id"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        "application/json",
        json.readTree(row.getString("data")),
        row.getString("tenant_id"),
        row.getLong("position"),
        row.getBoolean("test"),
        row.getString("traceparent"));
  }
}
