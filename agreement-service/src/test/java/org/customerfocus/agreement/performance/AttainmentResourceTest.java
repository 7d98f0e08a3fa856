package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentResourceTest {

  private final Given given = new Given();

  @BeforeEach
  void stopTheClock() {
    TestClock.stop(Instant.parse("2026-03-20T12:00:00Z"));
  }

  @AfterEach
  void letItRun() {
    TestClock.run();
  }

  @Test
  void showsEachMonthWithItsClassesAndStatus() {
    String metric = given.ratioMetric();
    Response agreement = given.activeAgreement(Given.commitment(metric, ""));
    String id = agreement.path("id");
    String commitment = agreement.path("version.commitments[0].id");
    given.send(
        String.join(
            ",",
            // 23:59:59 on 31 January in Los Angeles, and midnight of 1 February.
            flight("jan-late", metric, "\"dueAt\": \"2026-02-01T07:59:59Z\", \"good\": false"),
            flight("feb-first", metric, "\"dueAt\": \"2026-02-01T08:00:00Z\", \"good\": true"),
            flight("feb-unknown", metric, "\"dueAt\": \"2026-02-10T08:00:00Z\", \"unknown\": true"),
            flight(
                "feb-on-time",
                metric,
                "\"dueAt\": \"2026-02-11T08:00:00Z\", \"completedAt\": \"2026-02-11T08:00:00Z\""),
            flight(
                "feb-late",
                metric,
                "\"dueAt\": \"2026-02-12T08:00:00Z\", \"completedAt\": \"2026-02-12T08:00:01Z\""),
            flight("feb-covered", metric, "\"dueAt\": \"2026-02-20T12:00:00Z\", \"good\": true"),
            flight("mar-overdue", metric, "\"dueAt\": \"2026-03-20T11:59:59Z\""),
            flight("mar-due-now", metric, "\"dueAt\": \"2026-03-20T12:00:00Z\""),
            flight("mar-later", metric, "\"dueAt\": \"2026-03-25T12:00:00Z\"")));
    Given.id(
        given
            .writer()
            .body(
                """
                {"agreementId": "%s", "reason": "Storm",
                 "span": {"start": "2026-02-20T00:00:00Z", "end": "2026-02-21T00:00:00Z"},
                 "approval": {"by": "Duty manager", "at": "2026-02-22T09:00:00Z"}}"""
                    .formatted(id))
            .post("/v1/exclusions"));

    Response read =
        given
            .reader()
            .get("/v1/commitments/%s/attainment?from=2026-01&to=2026-04".formatted(commitment));
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    Json.assertBody(
        read,
        """
        {
          "commitmentId": "%1$s",
          "lineageId": "%1$s",
          "agreementId": "%2$s",
          "agreementVersionId": "${uuid}",
          "name": "Flights leave on time",
          "customerTerm": "departure",
          "timeZone": "America/Los_Angeles",
          "cut": "2026-03-20T12:00:00Z",
          "target": {"comparator": "at-least", "value": 0.95},
          "metricType": "ratio",
          "window": {"kind": "calendar", "unit": "month"},
          "periods": [
            {
              "period": "2026-01", "commitmentId": "%1$s", "agreementVersionId": "${uuid}",
              "state": "draft", "revision": 0,
              "start": "2026-01-01T08:00:00Z", "end": "2026-02-01T08:00:00Z", "closed": true,
              "result": {
                "countedIn": "events", "warning": false,
                "good": 0, "bad": 1, "excluded": 0, "unknown": 0, "total": 1, "notYetDue": 0,
                "attainment": {"status": "ok", "value": 0.0, "unit": "ratio", "n": 1, "base": 1,
                  "method": "attainment/remove-unknown-leave", "exact": "0"},
                "status": "breached",
                "errorBudget": {"allowed": 0.05, "spent": 1, "remaining": -0.95, "unit": "events"}
              }
            },
            {
              "period": "2026-02", "commitmentId": "%1$s", "agreementVersionId": "${uuid}",
              "state": "draft", "revision": 0,
              "start": "2026-02-01T08:00:00Z", "end": "2026-03-01T08:00:00Z", "closed": true,
              "result": {
                "countedIn": "events", "warning": false,
                "good": 2, "bad": 1, "excluded": 1, "unknown": 1, "total": 5, "notYetDue": 0,
                "attainment": {"status": "ok", "value": 0.6666666666666666, "unit": "ratio",
                  "n": 3, "base": 5, "method": "attainment/remove-unknown-leave",
                  "exact": "0.6666666666666666666666666666666667"},
                "status": "breached",
                "errorBudget": {"allowed": 0.15, "spent": 1, "remaining": -0.85, "unit": "events"}
              }
            },
            {
              "period": "2026-03", "commitmentId": "%1$s", "agreementVersionId": "${uuid}",
              "state": "draft", "revision": 0,
              "start": "2026-03-01T08:00:00Z", "end": "2026-04-01T07:00:00Z", "closed": false,
              "result": {
                "countedIn": "events", "warning": false,
                "good": 0, "bad": 1, "excluded": 0, "unknown": 0, "total": 1, "notYetDue": 2,
                "attainment": {"status": "ok", "value": 0.0, "unit": "ratio", "n": 1, "base": 1,
                  "method": "attainment/remove-unknown-leave", "exact": "0"},
                "status": "breached",
                "errorBudget": {"allowed": 0.05, "spent": 1, "remaining": -0.95, "unit": "events"}
              }
            }
          ],
          "overall": {
            "countedIn": "events", "warning": false,
                "good": 2, "bad": 3, "excluded": 1, "unknown": 1, "total": 7, "notYetDue": 2,
            "attainment": {"status": "ok", "value": 0.4, "unit": "ratio", "n": 5, "base": 7,
              "method": "attainment/remove-unknown-leave", "exact": "0.4"},
            "status": "breached",
            "errorBudget": {"allowed": 0.25, "spent": 3, "remaining": -2.75, "unit": "events"}
          }
        }"""
            .formatted(commitment, id));

    Response whole =
        given.reader().get("/v1/agreements/%s/attainment?from=2026-01&to=2026-04".formatted(id));
    Json.assertBody(
        whole,
        """
        {
          "agreementId": "%s",
          "agreementVersionId": "${uuid}",
          "timeZone": "America/Los_Angeles",
          "cut": "2026-03-20T12:00:00Z",
          "commitments": [%s]
        }"""
            .formatted(id, read.asString()));
    // Without a range: the term so far.
    assertThat(given.reader().get("/v1/agreements/%s/attainment".formatted(id)).asString())
        .isEqualTo(whole.asString());
  }

  @Test
  void aShareOfValuesIsDecidedByTheThreshold() {
    String metric = given.valueMetric();
    String commitment =
        given
            .activeAgreement(
                Given.commitment(
                    metric,
                    """
                    "threshold": {"comparator": "at-most", "value": 10}, "periodBy": "completed" """))
            .path("version.commitments[0].id");
    given.send(
        String.join(
            ",",
            flight("a", metric, "\"completedAt\": \"2026-02-02T12:00:00Z\", \"value\": 10.000"),
            flight("b", metric, "\"completedAt\": \"2026-02-02T12:00:00Z\", \"value\": 10.001"),
            flight("c", metric, "\"completedAt\": \"2026-02-02T12:00:00Z\", \"value\": -1"),
            // Never done: it counts where it was due.
            flight("d", metric, "\"dueAt\": \"2026-02-28T12:00:00Z\"")));

    Json.assertSame(
        Json.parse(
                given
                    .reader()
                    .get(
                        "/v1/commitments/%s/attainment?from=2026-02&to=2026-03"
                            .formatted(commitment))
                    .asString())
            .at("/periods/0/result")
            .toString(),
        """
        {
          "countedIn": "events", "warning": false,
                "good": 2, "bad": 2, "excluded": 0, "unknown": 0, "total": 4, "notYetDue": 0,
          "attainment": {"status": "ok", "value": 0.5, "unit": "ratio", "n": 4, "base": 4,
            "method": "attainment/remove-unknown-leave", "exact": "0.5"},
          "status": "breached",
          "errorBudget": {"allowed": 0.2, "spent": 2, "remaining": -1.8, "unit": "events"}
        }""");
  }

  @Test
  void anEmptyMonthIsInsufficientAndSaysSo() {
    String commitment =
        given
            .activeAgreement(Given.commitment(given.ratioMetric(), ""))
            .path("version.commitments[0].id");

    Json.assertSame(
        Json.parse(
                given
                    .reader()
                    .get(
                        "/v1/commitments/%s/attainment?from=2026-02&to=2026-03"
                            .formatted(commitment))
                    .asString())
            .at("/periods/0/result")
            .toString(),
        """
        {
          "countedIn": "events", "warning": false,
                "good": 0, "bad": 0, "excluded": 0, "unknown": 0, "total": 0, "notYetDue": 0,
          "attainment": {"status": "insufficient", "unit": "ratio", "n": 0, "base": 0,
            "method": "attainment/remove-unknown-leave",
            "reason": "No measurement of this time counts."},
          "status": "insufficient",
          "errorBudget": {"allowed": 0, "spent": 0, "remaining": 0, "unit": "events"}
        }""");
  }

  @Test
  void onlyTheTermCountsAndOnlyUntilItEnded() {
    String metric = given.ratioMetric();
    String body =
        Given.agreement(Given.commitment(metric, ""), "").replace("2026-01-01", "2026-02-10");
    String id = Given.id(given.active(body));
    given.send(
        String.join(
            ",",
            flight("before", metric, "\"dueAt\": \"2026-02-10T07:59:59Z\", \"good\": true"),
            flight("first", metric, "\"dueAt\": \"2026-02-10T08:00:00Z\", \"good\": true"),
            flight("after", metric, "\"dueAt\": \"2026-03-20T12:00:00Z\", \"good\": true")));
    given.patcher("*").body("{\"status\": \"terminated\"}").patch("/v1/agreements/" + id);
    TestClock.advance(Duration.ofDays(30));

    Response read =
        given.reader().get("/v1/agreements/%s/attainment?from=2026-01&to=2026-06".formatted(id));

    assertThat(read.<java.util.List<String>>path("commitments[0].periods.period"))
        .containsExactly("2026-02", "2026-03");
    assertThat(read.<String>path("commitments[0].periods[0].start"))
        .isEqualTo("2026-02-10T08:00:00Z");
    assertThat(read.<String>path("commitments[0].periods[1].end"))
        .isEqualTo("2026-03-20T12:00:00Z");
    assertThat(read.<Integer>path("commitments[0].overall.total")).isEqualTo(1);
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    String id = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");

    Json.assertBody(
        given.reader().get("/v1/agreements/%s/attainment?from=2026-02&to=2026-02".formatted(id)),
        """
        {
          "type": "/problems/invalid-parameter",
          "title": "A parameter cannot be read",
          "status": 400,
          "detail": "Correct the parameter to: must be later than from: it is exclusive",
          "instance": "/v1/agreements/%s/attainment",
          "requestId": "${text}",
          "errors": [
            {"parameter": "to", "detail": "must be later than from: it is exclusive"}
          ]
        }"""
            .formatted(id));
    assertThat(
            given
                .reader()
                .get("/v1/agreements/%s/attainment?from=2020-01&to=2026-02".formatted(id))
                .<String>path("errors[0].detail"))
        .isEqualTo("asks for more than 60 months at once");
    assertThat(
            given
                .reader()
                .get("/v1/agreements/%s/attainment?from=2026-13".formatted(id))
                .statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=%2B300000-01&to=%2B300000-03",
        "from=2026-01&to=%2B10000-01",
        "from=0000-05&to=0000-06",
        "from=-0001-05&to=0001-06"
      })
  void monthsThatNobodyRecordsAreRefused(String range) {
    String id = given.activeAgreement(Given.commitment(given.ratioMetric(), "")).path("id");

    Response read =
        given
            .reader()
            .urlEncodingEnabled(false)
            .get("/v1/agreements/%s/attainment?%s".formatted(id, range));

    assertThat(read.statusCode()).as(read.asString()).isEqualTo(400);
    assertThat(read.<String>path("type")).isEqualTo("/problems/invalid-parameter");
  }

  /// The agreement's first day, of 1970, begins in 1969 of UTC there, and nothing overflows at
  /// either end of what can be asked for.
  @Test
  void theFirstAndTheLastMonthsThatCanBeAskedForAreRead() {
    String body =
        Given.agreement(Given.commitment(given.ratioMetric(), ""), "")
            .replace("America/Los_Angeles", "Asia/Kathmandu")
            .replace("2026-01-01", "1970-01-01")
            .replace("2027-01-01", "9999-12-31");
    String id = Given.id(given.active(body));

    for (String range : List.of("from=1970-01&to=1970-03", "from=9899-10&to=9899-12")) {
      Response read = given.reader().get("/v1/agreements/%s/attainment?%s".formatted(id, range));
      assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
      assertThat(read.<List<String>>path("commitments[0].periods.period")).hasSize(2);
    }
    assertThat(given.reader().get("/v1/unmatched-measurements").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+300000-01-01", "+10000-01-01", "0000-12-31", "-0001-01-01"})
  void termsThatNobodyLivesThroughAreRefused(String day) {
    String body = Given.agreement(Given.commitment(given.ratioMetric(), ""), "");
    for (String part : List.of("2026-01-01", "2027-01-01")) {
      Response refused = given.writer().body(body.replace(part, day)).post("/v1/agreements");
      assertThat(refused.statusCode()).as(refused.asString()).isIn(400, 422);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+300000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "0000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z"
      })
  void instantsThatNobodyRecordsAreRefused(String instant) {
    String metric = given.ratioMetric();
    String id = given.activeAgreement(Given.commitment(metric, "")).path("id");

    for (String member : List.of("dueAt", "startedAt", "completedAt")) {
      Response sent =
          given.send(
              flight("f", metric, "\"%s\": \"%s\", \"good\": true".formatted(member, instant)));
      assertThat(sent.statusCode()).as(sent.asString()).isIn(400, 422);
    }
    Response excluded =
        given
            .writer()
            .body(
                """
                {"agreementId": "%s", "reason": "r", "span": {"start": "2026-01-01T00:00:00Z", "end": "2026-02-01T00:00:00Z"},
                 "approval": {"by": "a", "at": "%s"}}"""
                    .formatted(id, instant))
            .post("/v1/exclusions");
    assertThat(excluded.statusCode()).as(excluded.asString()).isIn(400, 422);
    for (String list :
        List.of("measurements?filter=dueAt=lt=", "exclusions?filter=spanStart=lt=")) {
      Response listed =
          given
              .reader()
              .urlEncodingEnabled(false)
              .get("/v1/" + list + instant.replace("+", "%2B").replace(":", "%3A"));
      assertThat(listed.statusCode()).as(listed.asString()).isEqualTo(400);
    }
  }
}
