package org.customerfocus.agreement.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class MetricResourceTest {

  private final Given given = new Given();

  @Test
  void createsReadsChangesAndDeletes() {
    Response created =
        given
            .writer()
            .body(
                """
                {"name": "Wait", "type": "threshold-share", "unit": "min", "description": "Queue."}""")
            .post("/v1/metrics");
    String id = Given.id(created);
    assertThat(created.header("Location")).isEqualTo("/v1/metrics/" + id);
    assertThat(created.header("ETag")).isEqualTo("\"0\"");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "name": "Wait",
          "type": "threshold-share",
          "unit": "min",
          "description": "Queue.",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id));
    assertThat(given.reader().get("/v1/metrics/" + id).asString()).isEqualTo(created.asString());

    Response same = given.patcher("\"0\"").body("{\"name\": \"Wait\"}").patch("/v1/metrics/" + id);
    assertThat(same.header("ETag")).isEqualTo("\"0\"");

    Response changed =
        given
            .patcher("\"0\"")
            .body("{\"type\": \"ratio\", \"unit\": null}")
            .patch("/v1/metrics/" + id);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Json.assertBody(
        changed,
        """
        {
          "id": "%s",
          "name": "Wait",
          "type": "ratio",
          "description": "Queue.",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id));
    assertThat(given.patcher("\"1\"").delete("/v1/metrics/" + id).statusCode()).isEqualTo(204);
    assertThat(given.reader().get("/v1/metrics/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void valuesNeedAUnit() {
    Json.assertBody(
        given
            .writer()
            .body(
                "{\"name\": \"Wait\", \"type\": \"threshold-share\", \"description\": \"Queue.\"}")
            .post("/v1/metrics"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/metrics",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/unit", "detail": "is required: values need a unit, such as min"}
          ]
        }""");
  }

  @Test
  void aNameIsTakenOnce() {
    given.ratioMetric();

    Json.assertBody(
        given
            .writer()
            .body(
                "{\"name\": \"On-time departure\", \"type\": \"ratio\", \"description\": \"Again.\"}")
            .post("/v1/metrics"),
        """
        {
          "type": "/problems/conflict",
          "title": "The request conflicts with what is stored",
          "status": 409,
          "detail": "Another metric has the name On-time departure. Choose another.",
          "instance": "/v1/metrics",
          "requestId": "${text}"
        }""");
  }

  @Test
  void whatIsUsedKeepsItsTypeAndStays() {
    String metric = given.ratioMetric();
    given.activeAgreement(Given.commitment(metric, ""));

    assertThat(
            given
                .patcher("*")
                .body("{\"type\": \"threshold-share\", \"unit\": \"min\"}")
                .patch("/v1/metrics/" + metric)
                .<String>path("type"))
        .isEqualTo("/problems/in-use");
    Json.assertBody(
        given.patcher("*").delete("/v1/metrics/" + metric),
        """
        {
          "type": "/problems/in-use",
          "title": "The resource is still referred to",
          "status": 409,
          "detail": "1 commitments use this metric.",
          "instance": "/v1/metrics/%s",
          "requestId": "${text}"
        }"""
            .formatted(metric));
  }

  @Test
  void ofManyChangesWithOneEtagOneWins() throws Exception {
    String metric = given.ratioMetric();
    int writers = 64;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Callable<Integer>> changes =
          IntStream.range(0, writers)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return changed(metric, "Writer %d.".formatted(i));
                      })
              .toList();
      List<Future<Integer>> answers = changes.stream().map(pool::submit).toList();
      start.countDown();
      int won = 0;
      int lost = 0;
      for (Future<Integer> answer : answers) {
        int status = answer.get();
        won += status == 200 ? 1 : 0;
        lost += status == 412 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
      assertThat(lost).isEqualTo(writers - 1);
    }
    assertThat(given.reader().get("/v1/metrics/" + metric).header("ETag")).isEqualTo("\"1\"");
  }

  /// A machine that is short of connections may answer 503 and ask to be asked again; what it then
  /// answers is what counts.
  private int changed(String metric, String description) {
    int status;
    do {
      status =
          given
              .patcher("\"0\"")
              .body("{\"description\": \"%s\"}".formatted(description))
              .patch("/v1/metrics/" + metric)
              .statusCode();
    } while (status == 503);
    return status;
  }

  /// Another transaction is halfway through changing the type: what is reported meanwhile waits and
  /// is judged by the new one.
  @Test
  void noMeasurementIsRecordedByATypeThatIsChanging() throws Exception {
    String metric = given.ratioMetric();
    Response sent =
        whileOthers(
            "UPDATE metric SET type = 'threshold-share', unit = 'min' WHERE id = '%s'"
                .formatted(metric),
            () ->
                given.send(
                    Given.flight(
                        "f", metric, "\"dueAt\": \"2026-02-01T12:00:00Z\", \"good\": true")));

    assertThat(sent.<String>path("items[0].status")).as(sent.asString()).isEqualTo("refused");
    assertThat(sent.<String>path("items[0].errors[0].pointer")).isEqualTo("/measurements/0/good");
  }

  /// The same, through the terms of an agreement.
  @Test
  void noCommitmentIsMadeByATypeThatIsChanging() throws Exception {
    String metric = given.ratioMetric();
    Response made =
        whileOthers(
            "UPDATE metric SET type = 'threshold-share', unit = 'min' WHERE id = '%s'"
                .formatted(metric),
            () ->
                given
                    .writer()
                    .body(Given.agreement(Given.commitment(metric, ""), ""))
                    .post("/v1/agreements"));

    assertThat(made.statusCode()).as(made.asString()).isEqualTo(422);
    assertThat(made.<String>path("errors[0].pointer")).isEqualTo("/commitments/0/threshold");
  }

  /// Another transaction is halfway through recording a first measurement.
  @Test
  void theTypeWaitsForThoseWhoBeginToUseIt() throws Exception {
    String metric = given.ratioMetric();
    Response changed =
        whileOthers(
            """
            WITH used AS (SELECT tenant_id, id FROM metric WHERE id = '%s' FOR SHARE)
            INSERT INTO measurement (tenant_id, id, version, created_at, updated_at, recorded_at, at,
              source, source_id, metric_id, entity_type, entity_reference, dimensions, due_at, unknown)
            SELECT tenant_id, uuidv7(), 0, now(), now(), now(), now(), 's', 'i', id, 'flight', 'r', '{}', now(),
              false
            FROM used"""
                .formatted(metric),
            () ->
                given
                    .patcher("\"0\"")
                    .body("{\"type\": \"threshold-share\", \"unit\": \"min\"}")
                    .patch("/v1/metrics/" + metric));

    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(409);
  }

  /// The answer to a request that is made while another transaction has not yet committed.
  private Response whileOthers(String sql, Callable<Response> request) throws Exception {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement();
        ExecutorService pool = Executors.newSingleThreadExecutor()) {
      app.setAutoCommit(false);
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
      Future<Response> answer = pool.submit(request);
      assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS))
          .as("it waits")
          .isInstanceOf(TimeoutException.class);
      app.commit();
      return answer.get();
    }
  }

  @Test
  void aRetryGetsTheSameBytes() {
    String body = "{\"name\": \"Once\", \"type\": \"ratio\", \"description\": \"Made once.\"}";
    Response first = given.writer().header("Idempotency-Key", "k-1").body(body).post("/v1/metrics");
    Response again = given.writer().header("Idempotency-Key", "k-1").body(body).post("/v1/metrics");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(given.reader().get("/v1/metrics?total=true").<Integer>path("total")).isEqualTo(1);
    assertThat(
            given
                .writer()
                .header("Idempotency-Key", "k-1")
                .body(body.replace("once.", "twice."))
                .post("/v1/metrics")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void anotherTenantSeesNothing() {
    String metric = given.ratioMetric();
    Given other = new Given();

    assertThat(other.reader().get("/v1/metrics/" + metric).statusCode()).isEqualTo(404);
    assertThat(
            other
                .patcher("*")
                .body("{\"name\": \"Ours\"}")
                .patch("/v1/metrics/" + metric)
                .statusCode())
        .isEqualTo(404);
    assertThat(other.patcher("*").delete("/v1/metrics/" + metric).statusCode()).isEqualTo(404);
    Json.assertBody(other.reader().get("/v1/metrics"), "{\"items\": []}");
    // Another tenant's metric is no metric of ours, either.
    assertThat(
            other
                .writer()
                .body(Given.agreement(Given.commitment(metric, ""), ""))
                .post("/v1/agreements")
                .<String>path("errors[0].detail"))
        .isEqualTo("there is no such metric");
  }

  @Test
  void scopesAreEnforced() {
    assertThat(as(given.tenant, "agreements:write").get("/v1/metrics").statusCode()).isEqualTo(403);
    assertThat(
            given
                .reader()
                .contentType("application/json")
                .body("{}")
                .post("/v1/metrics")
                .statusCode())
        .isEqualTo(403);
    assertThat(io.restassured.RestAssured.get("/v1/metrics").statusCode()).isEqualTo(401);
  }

  /// The application's own role, with the framework out of the way: plain SQL sees one tenant.
  @Test
  void rowLevelSecurityHoldsWithoutTheFramework() throws SQLException {
    String metric = given.ratioMetric();
    given.activeAgreement(Given.commitment(metric, ""));
    given.send(Given.flight("f1", metric, "\"dueAt\": \"2026-02-01T12:00:00Z\", \"good\": true"));
    Given other = new Given();

    for (String table :
        List.of("metric", "agreement", "agreement_version", "commitment", "measurement")) {
      assertThat(rows(table, given.tenant)).as(table).isEqualTo(1);
      assertThat(rows(table, other.tenant)).as(table).isZero();
      assertThat(rows(table, "")).as(table).isZero();
    }
  }

  private static long rows(String table, String tenant) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(tenant));
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
        count.next();
        return count.getLong(1);
      }
    }
  }
}
