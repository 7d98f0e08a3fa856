package org.customerfocus.acceptance;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of calendars, and of what periods of commitments came to.
final class AttainmentFixtures {

  private static final int MANY = 12;

  private AttainmentFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listCalendars")
        .with((scene, calendar) -> calendar.put("name", scene.unique("Counters")), "createCalendar")
        .on("createCalendar", "getCalendar", "updateCalendar", "deleteCalendar")
        .special(
            "getElapsedServiceTime",
            (scene, operation) ->
                ofCalendar(scene, "elapsed")
                    .query("from", "2026-01-05T07:00:00Z")
                    .query("to", "2026-01-05T16:00:00Z"))
        .special(
            "getDueInServiceTime",
            (scene, operation) ->
                ofCalendar(scene, "due")
                    .query("from", "2026-01-05T10:00:00Z")
                    .query("within", "PT4H"))
        .onPart("createAgreement", "/version/commitments/0/id", "getCommitmentErrorBudget")
        .special(
            "getCommitmentAttainmentPeriod",
            (scene, operation) -> ofPeriod(scene.perform("createAgreement").json(), ""))
        .special(
            "getCommitmentAttainmentRevisions",
            (scene, operation) -> ofPeriod(scene.perform("createAgreement").json(), "/revisions"))
        .special(
            "listCommitmentAttainmentMeasurements",
            (scene, operation) -> measured(scene, "/measurements"))
        .special(
            "getCommitmentAttainmentSplit",
            (scene, operation) -> measured(scene, "/by/checkpoint"));
  }

  private static Request ofCalendar(Scene scene, String what) {
    return Request.get("/v1/calendars/%s/%s".formatted(scene.id("createCalendar"), what));
  }

  /// The month that lasts now, as the agreement's clocks show it.
  private static Request ofPeriod(JsonNode agreement, String what) {
    YearMonth month = YearMonth.now(ZoneId.of(agreement.at("/version/timeZone").asText()));
    return Request.get(
        "/v1/commitments/%s/attainment/%s%s"
            .formatted(agreement.at("/version/commitments/0/id").asText(), month, what));
  }

  /// Measurements that the example's commitment counts in this month.
  private static Request measured(Scene scene, String what) {
    JsonNode agreement = scene.perform("createAgreement").json();
    JsonNode commitment = agreement.at("/version/commitments/0");
    ObjectNode batch = Api.object();
    ArrayNode measurements = batch.putArray("measurements");
    Instant now = Instant.now().truncatedTo(SECONDS);
    for (int i = 0; i < MANY; i++) {
      ObjectNode each =
          measurements
              .addObject()
              .put("source", "cameras")
              .put("sourceId", scene.unique("passage"))
              .put("metricId", commitment.path("metricId").asText())
              .put("customerId", agreement.path("customerId").asText())
              .put("completedAt", now.toString())
              .put("value", i);
      each.putObject("entity")
          .put("type", commitment.path("entityType").asText())
          .put("reference", "passage " + i);
      each.putObject("dimensions").put("checkpoint", "A");
    }
    scene.tenant().admin().post("/v1/measurements/batch", batch).expect(200);
    return ofPeriod(agreement, what);
  }
}
