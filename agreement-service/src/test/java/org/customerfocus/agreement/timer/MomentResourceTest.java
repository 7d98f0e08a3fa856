package org.customerfocus.agreement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// State changes and timers come in every form that measurements come in.
@QuarkusTest
@WithTestResource(Platform.class)
class MomentResourceTest {

  private final Given given = new Given();

  private String metric(String members) {
    return Given.id(
        given
            .writer()
            .body("{\"name\": \"Metric\", \"description\": \"It is.\", %s}".formatted(members))
            .post("/v1/metrics"));
  }

  private static String moment(String id, String metric, String at, String word) {
    return """
        {"source": "desk", "sourceId": "%s", "metricId": "%s", "at": "%s", %s, "entity": {"type": "request", "reference": "R1"}}"""
        .formatted(id, metric, at, word);
  }

  @Test
  void statesAreRecordedOnce() {
    String metric = metric("\"type\": \"time-ratio\"");
    String down = moment("1", metric, "2026-03-01T10:00:00Z", "\"state\": \"bad\"");
    Response made = given.source().body(down).post("/v1/state-changes");
    Json.assertBody(
        made,
        """
        {"id": "${uuid}", "source": "desk", "sourceId": "1", "metricId": "%s",
         "entity": {"type": "request", "reference": "R1"}, "dimensions": {},
         "at": "2026-03-01T10:00:00Z", "state": "bad",
         "recordedAt": "${instant}", "createdAt": "${instant}"}"""
            .formatted(metric));
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(given.source().body(down).post("/v1/state-changes").statusCode()).isEqualTo(200);
    assertThat(
            given.source().body(down.replace("T10", "T11")).post("/v1/state-changes").statusCode())
        .isEqualTo(409);
    Response batch =
        given
            .source()
            .body(
                "{\"stateChanges\": [%s, %s, %s]}"
                    .formatted(
                        down,
                        moment("2", metric, "2026-03-01T09:00:00Z", "\"state\": \"good\""),
                        moment(
                            "3",
                            given.ratioMetric(),
                            "2026-03-01T09:00:00Z",
                            "\"state\": \"good\"")))
            .post("/v1/state-changes/batch");
    assertThat(batch.<List<String>>path("items.status"))
        .containsExactly("duplicate", "created", "refused");
    assertThat(batch.<String>path("items[2].errors[0].detail"))
        .isEqualTo("the metric takes no state changes: only one of type time-ratio does");
    assertThat(
            given
                .source()
                .contentType("text/csv")
                .body(
                    """
                    source,sourceId,metricId,entityType,entityReference,at,state
                    desk,4,%1$s,request,R2,2026-03-01T10:00:00Z,unknown
                    desk,5,%1$s,request,R2,2026-03-01T10:00:00Z,broken
                    """
                        .formatted(metric)
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/state-changes/batch.csv")
                .asString())
        .contains("\"created\":1", "\"refused\":1", "must be one of good, bad, unknown");
  }

  @Test
  void timersMayArriveInAnyOrder() {
    String metric = metric("\"type\": \"duration\", \"unit\": \"s\", \"phase\": \"response\"");
    String lines =
        moment("2", metric, "2026-03-01T11:00:00Z", "\"action\": \"stop\"")
            + "\n"
            + moment("1", metric, "2026-03-01T10:00:00Z", "\"action\": \"start\"");
    assertThat(
            given
                .source()
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/timer-events/batch.ndjson")
                .<Integer>path("created"))
        .isEqualTo(2);
    Response event =
        given
            .source()
            .contentType("application/cloudevents+json")
            .body(
                """
                {"specversion": "1.0", "source": "desk", "id": "1", "type": "org.example.timer",
                 "data": {"metricId": "%s", "entity": {"type": "request", "reference": "R1"},
                 "at": "2026-03-01T10:00:00Z", "action": "start"}}"""
                    .formatted(metric)
                    .getBytes(StandardCharsets.UTF_8))
            .post("/v1/timer-events/events");
    assertThat(event.<Integer>path("duplicates")).as(event.asString()).isEqualTo(1);
    Response list = given.reader().get("/v1/timer-events?filter=metricId==" + metric);
    assertThat(list.<List<String>>path("items.action")).containsExactly("stop", "start");
    Response retracted =
        given
            .source()
            .body(
                """
                {"kind": "timer-event", "source": "desk", "sourceId": "2", "retract": true,
                 "reason": "Not answered", "author": "Ada"}""")
            .post("/v1/corrections");
    assertThat(retracted.statusCode()).as(retracted.asString()).isEqualTo(201);
    assertThat(given.reader().get("/v1/timer-events").<List<String>>path("items.action"))
        .containsExactly("start");
  }
}
