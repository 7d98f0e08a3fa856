package org.customerfocus.agreement.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class MeasurementStreamTest {

  private static final String DUE = "\"dueAt\": \"2026-03-01T10:00:00Z\"";

  /// More than one chunk.
  private static final int LINES = 12_345;

  private final Given given = new Given();
  private String metric;

  @BeforeEach
  void nameAMetric() {
    metric = given.ratioMetric();
  }

  private Response lines(String lines) {
    return given
        .source()
        .contentType("application/x-ndjson")
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/measurements/batch.ndjson");
  }

  private Response table(String table) {
    return given
        .source()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/v1/measurements/batch.csv");
  }

  private static String line(String flight) {
    return flight.replace("\n", " ") + "\n";
  }

  @Test
  void eachLineIsRecordedOnceHoweverOftenItIsSent() {
    String file =
        IntStream.range(0, LINES)
            .mapToObj(i -> line(flight("f" + i, metric, DUE + ", \"good\": true")))
            .collect(Collectors.joining());
    Json.assertBody(
        lines(file),
        """
        {"received": 12345, "created": 12345, "updated": 0, "duplicates": 0, "conflicts": 0,
         "refused": 0, "faults": [], "faultsNotListed": 0}""");
    Json.assertBody(
        lines(file),
        """
        {"received": 12345, "created": 0, "updated": 0, "duplicates": 12345, "conflicts": 0,
         "refused": 0, "faults": [], "faultsNotListed": 0}""");
    assertThat(given.reader().get("/v1/measurements?total=true&limit=1").<Integer>path("total"))
        .isEqualTo(LINES);
  }

  @Test
  void badLinesAreListedAndTheOthersRecorded() {
    given.send(flight("old", metric, DUE + ", \"good\": true"));
    String old = given.reader().get("/v1/measurements").path("items[0].id");
    Response sent =
        lines(
            String.join(
                "",
                line(flight("new", metric, DUE + ", \"good\": false")),
                "\n",
                "{\"source\": \n",
                line(flight("old", metric, DUE + ", \"good\": false")),
                line(flight("odd", metric, DUE + ", \"colour\": 3")),
                line(flight("none", Given.CUSTOMER, "\"good\": true")),
                line(flight("late", metric, DUE.replace("2026", "2099") + ", \"good\": true")),
                "x".repeat(70_000) + "\n",
                "null\n",
                line(flight("early", metric, DUE.replace("2026", "1500") + ", \"good\": true")),
                line(flight("last", metric, DUE + ", \"good\": true")).strip()));
    Json.assertBody(
        sent,
        """
        {
          "received": 10, "created": 2, "updated": 0, "duplicates": 0, "conflicts": 1, "refused": 7,
          "faults": [
            {"row": 3, "status": "refused",
             "errors": [{"pointer": "",
               "detail": "The body is not valid JSON: look at line 1, column 12."}]},
            {"row": 4, "status": "conflict", "id": "%s"},
            {"row": 5, "status": "refused", "errors": [{"pointer": "/colour",
              "detail": "is not a property here; known are completedAt, customerId, dimensions, dueAt, entity, good, metricId, offeringId, source, sourceId, startedAt, unknown, value"}]},
            {"row": 6, "status": "refused", "errors": [
              {"pointer": "", "detail": "needs dueAt, startedAt or completedAt to belong to a period"},
              {"pointer": "/metricId", "detail": "there is no such metric"}]},
            {"row": 7, "status": "refused", "errors": [
              {"pointer": "/dueAt", "detail": "must not lie more than ten years ahead"}]},
            {"row": 8, "status": "refused", "errors": [
              {"pointer": "", "detail": "is longer than 65536 bytes"}]},
            {"row": 9, "status": "refused", "errors": [
              {"pointer": "", "detail": "must be an object"}]},
            {"row": 10, "status": "refused", "errors": [
              {"pointer": "/dueAt", "detail": "must not be earlier than 1900"}]}
          ],
          "faultsNotListed": 0
        }"""
            .formatted(old));
  }

  @Test
  void aTableIsReadByTheNamesOfItsColumns() {
    String values = given.valueMetric();
    Response sent =
        table(
            """
            sourceId,source,metricId,entityType,entityReference,completedAt,value,dimensions.lane,dimensions.terminal
            1,till,%1$s,visit,"a ""b"", c",2026-03-01T10:00:00.5Z,12.50,2,A
            2,till,%1$s,visit,b,2026-03-01T11:00:00+01:00,-0.000000001,,Ä
            3,till,%1$s,visit,c,yesterday,1,,
            4,till,%1$s,visit,d,2026-03-01T10:00:00Z,x,,
            5,till,%1$s,visit
            """
                .formatted(values));
    Json.assertBody(
        sent,
        """
        {
          "received": 5, "created": 2, "updated": 0, "duplicates": 0, "conflicts": 0, "refused": 3,
          "faults": [
            {"row": 4, "status": "refused", "errors": [{"pointer": "/completedAt",
              "detail": "must be an instant in UTC such as 2026-11-21T09:30:00Z"}]},
            {"row": 5, "status": "refused",
             "errors": [{"pointer": "/value", "detail": "must be a number"}]},
            {"row": 6, "status": "refused",
             "errors": [{"pointer": "", "detail": "has 4 cells where the header has 9"}]}
          ],
          "faultsNotListed": 0
        }""");
    Response read = given.reader().get("/v1/measurements");
    assertThat(read.<List<Object>>path("items.entity.reference"))
        .containsExactly("a \"b\", c", "b");
    assertThat(read.asString())
        .contains("\"value\":12.5,", "\"value\":-1E-9,", "\"lane\":\"2\"", "\"terminal\":\"Ä\"")
        .contains("2026-03-01T10:00:00.500Z", "\"completedAt\":\"2026-03-01T10:00:00Z\"");
  }

  @Test
  void aTableThatBreaksOffSaysWhatIsKept() {
    Response sent =
        table(
            """
            source,sourceId,metricId,entityType,entityReference,dueAt,good
            till,1,%1$s,visit,a,2026-03-01T10:00:00Z,true
            till,2,%1$s,visit,"b"x,2026-03-01T10:00:00Z,true
            """
                .formatted(metric));
    assertThat(sent.statusCode()).isEqualTo(400);
    assertThat(sent.<String>path("detail"))
        .contains("quotation marks do not match")
        .contains("What stands up to row 2 is kept: 1 rows were recorded, 1 of them new.")
        .contains("Send the whole file again: what is recorded is not recorded twice.");
    assertThat(table("source,colour\n").<String>path("detail"))
        .contains("There is no column colour", "Nothing of the file was recorded.");
  }

  @Test
  void aRepeatedStreamIsAnsweredAsTheFirst() {
    String file = line(flight("f", metric, DUE));
    String key = UUID.randomUUID().toString();
    String first = keyed(key, file).asString();
    assertThat(first).contains("\"created\":1");
    assertThat(keyed(key, file).asString()).isEqualTo(first);
    assertThat(keyed(key, file + " ").statusCode()).isEqualTo(422);
  }

  private Response keyed(String key, String file) {
    return given
        .source()
        .header("Idempotency-Key", key)
        .contentType("application/x-ndjson")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/v1/measurements/batch.ndjson");
  }

  @Test
  void oneIsAnsweredByItsStatus() {
    String open = flight("f", metric, DUE);
    Response made = given.source().body(open).post("/v1/measurements");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/measurements/" + made.path("id"));
    String done = flight("f", metric, DUE + ", \"completedAt\": \"2026-03-01T09:00:00Z\"");
    Response completed = given.source().body(done).post("/v1/measurements");
    assertThat(completed.statusCode()).isEqualTo(200);
    assertThat(completed.<Boolean>path("open")).isFalse();
    assertThat(completed.header("ETag")).isEqualTo("\"1\"");
    assertThat(given.source().body(open).post("/v1/measurements").statusCode()).isEqualTo(200);
    Response other = given.source().body(done.replace("T09", "T08")).post("/v1/measurements");
    assertThat(other.statusCode()).isEqualTo(409);
    Response late =
        given.source().body(open.replace("T10:00:00Z", "T12:00:00Z")).post("/v1/measurements");
    assertThat(late.statusCode()).as("with another time").isEqualTo(409);
    Response wrong =
        given.source().body(flight("g", metric, DUE + ", \"value\": 3")).post("/v1/measurements");
    Json.assertBody(
        wrong,
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/measurements",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/value",
             "detail": "must be absent: the metric is a ratio and takes good"}
          ]
        }""");
  }

  @Test
  void eventsAreKnownBySourceAndId() {
    String event =
        """
        {"specversion": "1.0", "id": "e-1", "source": "/gates", "type": "org.example.left",
         "subject": "LH 1", "data": {"metricId": "%s",
         "entity": {"type": "flight", "reference": "LH 1"}, "dueAt": "2026-03-01T10:00:00Z",
         "good": true}}"""
            .formatted(metric);
    assertThat(event("application/cloudevents+json", event).<Integer>path("created")).isEqualTo(1);
    Response batch =
        event(
            "application/cloudevents-batch+json",
            "[%s, %s]".formatted(event, event.replace("e-1", "e-2")));
    assertThat(batch.<List<String>>path("items.status")).containsExactly("duplicate", "created");
    assertThat(event("application/cloudevents+json", event.replace("true", "false")).statusCode())
        .isEqualTo(409);
    Response old = event("application/cloudevents+json", event.replace("\"1.0\"", "\"0.3\""));
    assertThat(old.statusCode()).isEqualTo(422);
    assertThat(old.<String>path("errors[0].pointer")).isEqualTo("/specversion");
    Response wrong = event("application/cloudevents+json", event.replace("\"good\"", "\"best\""));
    assertThat(wrong.<String>path("errors[0].pointer")).isEqualTo("/data/best");
    assertThat(event("application/cloudevents+json", "[]").statusCode()).isEqualTo(400);
  }

  private Response event(String type, String body) {
    return given
        .source()
        .contentType(type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/v1/measurements/events");
  }
}
