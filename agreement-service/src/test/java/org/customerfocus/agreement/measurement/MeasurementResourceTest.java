package org.customerfocus.agreement.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class MeasurementResourceTest {

  private static final String DUE = "\"dueAt\": \"2026-03-01T10:00:00Z\"";

  /// More than one statement writes.
  private static final int FLIGHTS = 1500;

  private final Given given = new Given();
  private String metric;

  @BeforeEach
  void nameAMetric() {
    metric = given.ratioMetric();
  }

  @AfterEach
  void letTheClockRun() {
    TestClock.run();
  }

  @Test
  void isRecordedAsItsSourceReportsIt() {
    String values = given.valueMetric();
    Response sent =
        given.send(
            flight(
                "w-1",
                values,
                """
                "offeringId": "01a0b7c4-0000-7000-8000-0000000000f1",
                "dimensions": {"terminal": "A", "lane": "2"},
                "startedAt": "2026-03-01T10:00:00.1234567Z",
                "completedAt": "2026-03-01T10:12:30Z", "value": 12.50"""));
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    Json.assertBody(
        sent,
        """
        {
          "created": 1, "updated": 0, "duplicates": 0, "conflicts": 0, "refused": 0,
          "items": [{"index": 0, "status": "created", "id": "${uuid}"}]
        }""");

    String id = sent.path("items[0].id");
    Response read = given.reader().get("/v1/measurements/" + id);
    assertThat(read.header("ETag")).isEqualTo("\"0\"");
    Json.assertBody(
        read,
        """
        {
          "id": "%s",
          "source": "ops",
          "sourceId": "w-1",
          "metricId": "%s",
          "entity": {"type": "flight", "reference": "w-1"},
          "customerId": "%s",
          "offeringId": "01a0b7c4-0000-7000-8000-0000000000f1",
          "dimensions": {"lane": "2", "terminal": "A"},
          "startedAt": "2026-03-01T10:00:00.123456Z",
          "completedAt": "2026-03-01T10:12:30Z",
          "value": 12.5,
          "unknown": false,
          "open": false,
          "at": "2026-03-01T10:00:00.123456Z",
          "recordedAt": "${instant}",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, values, Given.CUSTOMER));
  }

  @Test
  void eachItemIsJudgedOnItsOwn() {
    given.send(flight("old", metric, DUE + ", \"good\": true"));

    Response sent =
        given.send(
            String.join(
                ",",
                flight("new", metric, DUE + ", \"good\": false"),
                flight("old", metric, "\"good\": true, \"dueAt\": \"2026-03-01T11:00:00+01:00\""),
                flight("old", metric, DUE + ", \"good\": false"),
                flight("", metric, DUE),
                flight("x", Given.CUSTOMER, "\"good\": true"),
                flight("y", metric, "\"value\": 3, \"unknown\": true, " + DUE),
                flight(
                    "z",
                    metric,
                    "\"startedAt\": \"2026-03-02T00:00:00Z\","
                        + " \"completedAt\": \"2026-03-01T00:00:00Z\"")));

    String old = sent.path("items[1].id");
    Json.assertBody(
        sent,
        """
        {
          "created": 1, "updated": 0, "duplicates": 1, "conflicts": 1, "refused": 4,
          "items": [
            {"index": 0, "status": "created", "id": "${uuid}"},
            {"index": 1, "status": "duplicate", "id": "%1$s"},
            {"index": 2, "status": "conflict", "id": "%1$s"},
            {"index": 3, "status": "refused", "errors": [
              {"pointer": "/measurements/3/entity/reference", "detail": "must not be blank"},
              {"pointer": "/measurements/3/sourceId", "detail": "must not be blank"}]},
            {"index": 4, "status": "refused", "errors": [
              {"pointer": "/measurements/4",
               "detail": "needs dueAt, startedAt or completedAt to belong to a period"},
              {"pointer": "/measurements/4/metricId", "detail": "there is no such metric"}]},
            {"index": 5, "status": "refused", "errors": [
              {"pointer": "/measurements/5", "detail": "takes only one of good, value and unknown"},
              {"pointer": "/measurements/5/value",
               "detail": "must be absent: the metric is a ratio and takes good"}]},
            {"index": 6, "status": "refused", "errors": [
              {"pointer": "/measurements/6/completedAt",
               "detail": "must not be earlier than startedAt"},
              {"pointer": "/measurements/6/good",
               "detail": "is required without dueAt; or send unknown: true"}]}
          ]
        }"""
            .formatted(old));
    assertThat(given.reader().get("/v1/measurements?total=true").<Integer>path("total"))
        .isEqualTo(2);
  }

  @Test
  void whatIsOpenTakesItsOutcomeAndThenStays() {
    String open = flight("f", metric, DUE);
    String started = flight("f", metric, DUE + ", \"startedAt\": \"2026-03-01T09:00:00Z\"");
    String done =
        flight(
            "f",
            metric,
            DUE
                + ", \"startedAt\": \"2026-03-01T09:00:00Z\","
                + " \"completedAt\": \"2026-03-01T10:00:00Z\"");

    assertThat(statuses(given.send(open))).containsExactly("created");
    assertThat(statuses(given.send(started))).containsExactly("updated");
    assertThat(statuses(given.send(open))).containsExactly("duplicate");
    // Both stages in one batch, the later one first.
    assertThat(statuses(given.send(done + "," + started))).containsExactly("updated", "duplicate");
    assertThat(statuses(given.send(done))).containsExactly("duplicate");
    assertThat(statuses(given.send(done.replace("T10:00:00Z\"}", "T10:30:00Z\"}"))))
        .containsExactly("conflict");

    Response read = given.reader().get("/v1/measurements");
    assertThat(read.<Integer>path("items.size()")).isEqualTo(1);
    assertThat(read.<Boolean>path("items[0].open")).isFalse();
    assertThat(read.<String>path("items[0].completedAt")).isEqualTo("2026-03-01T10:00:00Z");
  }

  private static List<String> statuses(Response sent) {
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    return sent.path("items.status");
  }

  @Test
  void oneReportManyTimesInABatchIsOneMeasurement() {
    String open = flight("f", metric, DUE);
    String done = flight("f", metric, DUE + ", \"good\": true");
    String other = flight("f", metric, DUE + ", \"good\": false");

    assertThat(statuses(given.send(String.join(",", open, open, done, open, done, other))))
        .containsExactly("created", "duplicate", "updated", "duplicate", "duplicate", "conflict");
    assertThat(given.reader().get("/v1/measurements").<List<Boolean>>path("items.good"))
        .containsExactly(true);
  }

  @Test
  void batchesThatMeetRecordEachMeasurementOnce() throws Exception {
    List<String> flights =
        IntStream.range(0, FLIGHTS)
            .mapToObj(i -> flight("f" + i, metric, DUE + ", \"good\": true"))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Future<Response>> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        // Each in another order: sorted locking keeps them from blocking each other for ever.
        java.util.Collections.rotate(flights, 611);
        String batch = String.join(",", flights);
        answers.add(pool.submit(() -> given.send(batch)));
      }
    }
    int created = 0;
    int duplicates = 0;
    for (Future<Response> answer : answers) {
      assertThat(answer.get().statusCode()).as(answer.get().asString()).isEqualTo(200);
      created += answer.get().<Integer>path("created");
      duplicates += answer.get().<Integer>path("duplicates");
    }
    assertThat(created).isEqualTo(FLIGHTS);
    assertThat(duplicates).isEqualTo(7 * FLIGHTS);
    assertThat(given.reader().get("/v1/measurements?total=true&limit=1").<Integer>path("total"))
        .isEqualTo(FLIGHTS);
  }

  @Test
  void aBatchIsBounded() {
    Json.assertBody(
        given.source().body("{\"measurements\": []}").post("/v1/measurements/batch"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/measurements/batch",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/measurements", "detail": "size must be between 1 and 10000"}
          ]
        }""");
  }

  @Test
  void numbersOutOfBoundsAreRefusedAndNotWrittenOut() {
    String values = given.valueMetric();
    Response sent =
        given.send(
            String.join(
                ",",
                flight("big", values, DUE + ", \"value\": 1e999999999"),
                flight("fine", values, DUE + ", \"value\": 0.0000000001"),
                flight("plain", values, DUE + ", \"value\": 1e3")));

    Json.assertBody(
        sent,
        """
        {
          "created": 1, "updated": 0, "duplicates": 0, "conflicts": 0, "refused": 2,
          "items": [
            {"index": 0, "status": "refused", "errors": [
              {"pointer": "/measurements/0/value",
               "detail": "must be less than or equal to 999999999999"}]},
            {"index": 1, "status": "refused", "errors": [
              {"pointer": "/measurements/1/value", "detail": "takes at most 9 decimals"}]},
            {"index": 2, "status": "created", "id": "${uuid}"}
          ]
        }""");
    assertThat(given.reader().get("/v1/measurements/" + sent.path("items[2].id")).asString())
        .contains("\"value\":1000,");
  }

  @Test
  void pagesWalkTheWholeList() {
    given.send(
        IntStream.range(0, 25)
            .mapToObj(i -> flight("f%02d".formatted(i), metric, DUE + ", \"good\": true"))
            .collect(Collectors.joining(",")));

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page =
          (cursor == null ? given.reader() : given.reader().queryParam("cursor", cursor))
              .queryParam("limit", 10)
              .queryParam("filter", "metricId==" + metric + ";at=lt=2026-04-01T00:00:00Z")
              .get("/v1/measurements");
      seen.addAll(page.path("items.sourceId"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 25).mapToObj("f%02d"::formatted).toList());
  }

  @Test
  void whatNoAgreementCountsIsListed() {
    given.activeAgreement(
        Given.commitment(metric, "\"selector\": {\"dimensions\": {\"terminal\": \"A\"}}"));
    given.send(
        String.join(
            ",",
            flight(
                "counted",
                metric,
                DUE + ", \"dimensions\": {\"terminal\": \"A\", \"gate\": \"1\"}"),
            flight("elsewhere", metric, DUE + ", \"dimensions\": {\"terminal\": \"B\"}"),
            flight("stranger", metric, DUE + ", \"dimensions\": {\"terminal\": \"A\"}")
                .replace(Given.CUSTOMER, Given.PROVIDER),
            flight(
                "untimed",
                metric,
                "\"startedAt\": \"2026-03-01T00:00:00Z\", \"good\": true, \"dimensions\": {\"terminal\": \"A\"}"),
            flight(
                "too-late",
                metric,
                "\"dueAt\": \"2027-01-01T08:00:00Z\", \"dimensions\": {\"terminal\": \"A\"}")));

    assertThat(
            given.reader().get("/v1/unmatched-measurements").<List<String>>path("items.sourceId"))
        .containsExactlyInAnyOrder("elsewhere", "stranger", "untimed", "too-late");
  }

  @Test
  void whatNoWordingCountedInItsTimeIsListed() {
    TestClock.stop(Instant.parse("2026-05-01T12:00:00Z"));
    String terminal =
        "\"selector\": {\"dimensions\": {\"terminal\": \"%s\"}}, "
            + "\"qualifyingCondition\": {\"text\": \"At the main gate.\", \"selector\": {"
            + "\"customerIds\": [\""
            + Given.CUSTOMER
            + "\"], \"entityType\": \"flight\", "
            + "\"dimensions\": {\"gate\": \"1\"}}}";
    String id = given.activeAgreement(Given.commitment(metric, terminal.formatted("A"))).path("id");
    TestClock.stop(Instant.parse("2026-06-01T12:00:00Z"));
    become(id, "suspended");
    TestClock.stop(Instant.parse("2026-07-01T12:00:00Z"));
    become(id, "active");
    given
        .writer()
        .body(
            "{\"effectiveOn\": \"2026-09-01\", \"status\": \"proposed\", \"commitments\": [%s]}"
                .formatted(Given.commitment(metric, terminal.formatted("B"))))
        .post("/v1/agreements/%s/amendments".formatted(id))
        .then()
        .statusCode(201);
    for (String side : List.of("provider", "customer")) {
      given.sign(id, side).then().statusCode(201);
    }
    TestClock.run();

    given.send(
        String.join(
            ",",
            due("counted", "2026-05-15", "A", "1"),
            due("suspended", "2026-06-15", "A", "1"),
            due("resumed", "2026-07-15", "A", "1"),
            due("unqualified", "2026-07-15", "A", "2"),
            due("early", "2026-08-15", "B", "1"),
            due("late", "2026-09-15", "A", "1"),
            due("amended", "2026-09-15", "B", "1")));
    Response first = given.reader().get("/v1/unmatched-measurements?limit=3&total=true");
    assertThat(first.<Integer>path("total")).isEqualTo(4);
    List<String> listed = new ArrayList<>(first.<List<String>>path("items.sourceId"));
    listed.addAll(
        given
            .reader()
            .get("/v1/unmatched-measurements?limit=3&cursor=" + first.<String>path("nextCursor"))
            .path("items.sourceId"));
    assertThat(listed).containsExactly("suspended", "unqualified", "early", "late");
  }

  private void become(String agreement, String status) {
    given
        .patcher("*")
        .body("{\"status\": \"%s\"}".formatted(status))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
  }

  private String due(String sourceId, String day, String terminal, String gate) {
    return flight(
        sourceId,
        metric,
        "\"dueAt\": \"%sT12:00:00Z\", \"dimensions\": {\"terminal\": \"%s\", \"gate\": \"%s\"}"
            .formatted(day, terminal, gate));
  }

  @Test
  void anotherTenantSeesNothing() {
    String id = given.send(flight("f", metric, DUE)).path("items[0].id");
    Given other = new Given();

    assertThat(other.reader().get("/v1/measurements/" + id).statusCode()).isEqualTo(404);
    Json.assertBody(other.reader().get("/v1/measurements"), "{\"items\": []}");
    assertThat(other.send(flight("f", metric, DUE)).<String>path("items[0].errors[0].detail"))
        .isEqualTo("there is no such metric");
  }
}
