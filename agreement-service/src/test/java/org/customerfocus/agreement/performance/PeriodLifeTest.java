package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.SurveyStandIn;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What becomes of a period as time goes by, and of every type of metric.
@QuarkusTest
@WithTestResource(Platform.class)
class PeriodLifeTest {

  private final Given given = new Given();

  @Inject Heard heard;

  /// Hears what is decided.
  @ApplicationScoped
  static class Heard {

    private final List<PeriodDecided> all = new CopyOnWriteArrayList<>();

    void on(@Observes PeriodDecided decided) {
      all.add(decided);
    }

    List<PeriodDecided> of(String commitment) {
      return all.stream()
          .filter(each -> each.commitmentId().equals(UUID.fromString(commitment)))
          .toList();
    }
  }

  @AfterEach
  void letTheClockRun() {
    TestClock.run();
  }

  private JsonNode period(String commitment, String key) {
    Response read =
        given.reader().get("/v1/commitments/%s/attainment/%s".formatted(commitment, key));
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    return Json.parse(read.asString());
  }

  private void awaitState(String commitment, String key, String state, int revision) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode period = period(commitment, key).get("period");
              assertThat(period.get("state").asText()).as("%s", period).isEqualTo(state);
              assertThat(period.get("revision").asInt()).as("%s", period).isEqualTo(revision);
            });
  }

  private String commitment(String metric, String target, String extra) {
    Response active =
        given.activeAgreement(
            Given.commitment(metric, extra)
                .replace("{\"comparator\": \"at-least\", \"value\": 0.95}", target));
    return active.path("version.commitments[0].id");
  }

  private String metric(String type, String unit) {
    return Given.id(
        given
            .writer()
            .body(
                """
                {"name": "M %s", "type": "%s", %s "description": "What it says."}"""
                    .formatted(
                        UUID.randomUUID(), type, unit == null ? "" : "\"unit\": \"" + unit + "\","))
            .post("/v1/metrics"));
  }

  private static final String HIGH = "{\"comparator\": \"at-least\", \"value\": 0.95}";

  @Test
  void aPeriodIsADraftThenFinalThenRevised() {
    TestClock.stop(Instant.parse("2026-01-02T12:00:00Z"));
    String metric = given.ratioMetric();
    String commitment = commitment(metric, HIGH, "");
    given.send(
        Given.flight("one", metric, "\"dueAt\": \"2026-01-20T08:00:00Z\", \"good\": true")
            + ","
            + Given.flight("two", metric, "\"dueAt\": \"2026-01-21T08:00:00Z\", \"good\": true"));
    JsonNode draft = period(commitment, "2026-01");
    assertThat(draft.at("/period/state").asText()).isEqualTo("draft");
    assertThat(draft.get("finalAt").asText()).isEqualTo("2026-02-04T08:00:00Z");
    assertThat(draft.at("/forecast/status").asText()).isEqualTo("ok");

    TestClock.stop(Instant.parse("2026-02-04T08:00:00Z"));
    awaitState(commitment, "2026-01", "final", 1);
    assertThat(heard.of(commitment).getLast().state()).isEqualTo(PeriodState.FINAL);
    assertThat(heard.of(commitment).getLast().revision()).isEqualTo(1);

    TestClock.stop(Instant.parse("2026-02-09T08:00:00Z"));
    given.send(
        Given.flight("late", metric, "\"dueAt\": \"2026-01-22T08:00:00Z\", \"good\": false"));
    awaitState(commitment, "2026-01", "final", 2);
    JsonNode revised = period(commitment, "2026-01").at("/period/result");
    assertThat(revised.get("good").asLong()).isEqualTo(2);
    assertThat(revised.get("bad").asLong()).isEqualTo(1);
    PeriodDecided last = heard.of(commitment).getLast();
    assertThat(last.revision()).isEqualTo(2);
    assertThat(last.numerator()).isEqualByComparingTo("2");
    assertThat(last.denominator()).isEqualByComparingTo("3");

    JsonNode revisions =
        Json.parse(
            given
                .reader()
                .get("/v1/commitments/%s/attainment/2026-01/revisions".formatted(commitment))
                .asString());
    assertThat(revisions.get("revisions")).hasSize(2);
    assertThat(revisions.at("/revisions/0/result/status").asText()).isEqualTo("met");
    assertThat(revisions.at("/revisions/1/result/status").asText()).isEqualTo("breached");
    assertThat(revisions.at("/revisions/1/difference/bad").asLong()).isEqualTo(1);

    JsonNode asOf =
        Json.parse(
            given
                .reader()
                .get(
                    "/v1/commitments/%s/attainment/2026-01?asOf=2026-02-04T08:00:00Z"
                        .formatted(commitment))
                .asString());
    assertThat(asOf.at("/period/result/total").asLong()).isEqualTo(2);
  }

  @Test
  void whatIsResumedIsDecidedHoweverLongItWasSuspended() {
    TestClock.stop(Instant.parse("2026-01-02T12:00:00Z"));
    String metric = given.ratioMetric();
    Response active = given.activeAgreement(Given.commitment(metric, ""));
    String commitment = active.path("version.commitments[0].id");
    TestClock.stop(Instant.parse("2026-01-20T08:00:00Z"));
    move(active.path("id"), "suspended");
    TestClock.stop(Instant.parse("2026-03-10T12:00:00Z"));
    awaitState(commitment, "2026-01", "final", 1);

    move(active.path("id"), "active");
    given.send(Given.flight("f", metric, "\"dueAt\": \"2026-03-20T08:00:00Z\", \"good\": false"));
    TestClock.stop(Instant.parse("2026-04-10T12:00:00Z"));
    awaitState(commitment, "2026-03", "final", 1);
    JsonNode march = period(commitment, "2026-03").get("period");
    assertThat(march.get("start").asText()).isEqualTo("2026-03-10T12:00:00Z");
    assertThat(march.at("/result/status").asText()).isEqualTo("breached");
  }

  private void move(String agreement, String status) {
    given
        .patcher("*")
        .body("{\"status\": \"%s\"}".formatted(status))
        .patch("/v1/agreements/" + agreement)
        .then()
        .statusCode(200);
  }

  @Test
  void whatIsDecidedOfATestTenantIsMarkedSo() throws SQLException {
    TestClock.stop(Instant.parse("2026-01-02T12:00:00Z"));
    Given trial = new Given(true);
    trial.activeAgreement(Given.commitment(trial.ratioMetric(), ""));
    TestClock.stop(Instant.parse("2026-02-04T08:00:00Z"));
    await().atMost(Duration.ofSeconds(30)).until(() -> marks(trial), marks -> !marks.isEmpty());
    assertThat(marks(trial)).containsOnly(true);
  }

  private static List<Boolean> marks(Given of) throws SQLException {
    List<Boolean> marks = new ArrayList<>();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(of.tenant));
      try (ResultSet row =
          statement.executeQuery(
              "SELECT test FROM outbox_event WHERE type LIKE '%attainment.finalized%'")) {
        while (row.next()) {
          marks.add(row.getBoolean(1));
        }
      }
    }
    return marks;
  }

  @Test
  void answersThatComeInLateReviseTheScoreOfTheirPeriod() {
    TestClock.stop(Instant.parse("2026-01-02T12:00:00Z"));
    String survey = UUID.randomUUID().toString();
    SurveyStandIn.SCORES.put(survey, SurveyStandIn.figure(100, 40, 31, 49));
    String commitment =
        commitment(
            metric("survey-score", null),
            "{\"comparator\": \"at-least\", \"value\": 30}",
            "\"survey\": {\"surveyId\": \"%s\", \"score\": \"nps\"}".formatted(survey));
    TestClock.stop(Instant.parse("2026-02-04T08:00:00Z"));
    awaitState(commitment, "2026-01", "final", 1);
    assertThat(heard.of(commitment).getLast())
        .as("%s", heard.of(commitment))
        .extracting(PeriodDecided::period, PeriodDecided::status)
        .containsExactly("2026-01", AttainmentStatus.MET);

    // What is withheld for now, and what few answers would be told by, changes nothing.
    int day = 5;
    for (String score : List.of(SurveyStandIn.WITHHELD, SurveyStandIn.figure(104, 10, 1, 19))) {
      SurveyStandIn.SCORES.put(survey, score);
      int asked = SurveyStandIn.ASKED.get(survey);
      TestClock.stop(Instant.parse("2026-02-0%dT08:00:00Z".formatted(day++)));
      await().atMost(Duration.ofSeconds(30)).until(() -> SurveyStandIn.ASKED.get(survey) > asked);
    }

    SurveyStandIn.SCORES.put(survey, SurveyStandIn.figure(120, 10, 1, 19));
    TestClock.stop(Instant.parse("2026-02-07T08:00:00Z"));
    awaitState(commitment, "2026-01", "final", 2);
    assertThat(heard.of(commitment).getLast())
        .as("%s", heard.of(commitment))
        .extracting(PeriodDecided::period, PeriodDecided::status)
        .containsExactly("2026-01", AttainmentStatus.BREACHED);
    JsonNode revised = period(commitment, "2026-01").at("/period/result/attainment");
    assertThat(revised.get("n").asLong()).isEqualTo(120);
    assertThat(revised.get("value").asDouble()).isEqualTo(10);
  }

  @Test
  void theRowsBehindAPeriodArePagedByClass() {
    TestClock.stop(Instant.parse("2026-02-10T12:00:00Z"));
    String metric = given.ratioMetric();
    String commitment = commitment(metric, HIGH, "");
    for (int i = 0; i < 5; i++) {
      given.send(
          Given.flight(
              "r" + i,
              metric,
              "\"dueAt\": \"2026-02-0%dT08:00:00Z\", \"good\": %s".formatted(i + 1, i % 2 == 0)));
    }
    given.send(Given.flight("later", metric, "\"dueAt\": \"2026-02-25T08:00:00Z\""));
    String path = "/v1/commitments/%s/attainment/2026-02/measurements".formatted(commitment);

    Response first = given.reader().get(path + "?countedAs=good&limit=2");
    assertThat(first.<List<String>>path("items.sourceId")).containsExactly("r0", "r2");
    Response second =
        given
            .reader()
            .get(path + "?countedAs=good&limit=2&cursor=" + first.<String>path("nextCursor"));
    assertThat(second.<List<String>>path("items.sourceId")).containsExactly("r4");
    assertThat(second.<String>path("nextCursor")).isNull();
    assertThat(given.reader().get(path).<List<String>>path("items.countedAs"))
        .containsExactly("good", "bad", "good", "bad", "good", "not-yet-due");
    assertThat(
            given
                .reader()
                .get(path + "?countedAs=bad&cursor=" + first.<String>path("nextCursor"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void percentilesMeansSumsAndCountsAreMadeOfTheSameValues() {
    TestClock.stop(Instant.parse("2026-02-10T12:00:00Z"));
    String percentile = metric("percentile", "min");
    String mean = metric("mean", "min");
    String sum = metric("sum", "min");
    String count = metric("count", null);
    String low = "{\"comparator\": \"at-most\", \"value\": %s}";
    String p90 =
        commitment(
            percentile,
            low.formatted("9"),
            "\"percentile\": 0.9, \"tolerance\": 1, \"warning\": 8");
    String average = commitment(mean, low.formatted("5.5"), "");
    String total = commitment(sum, low.formatted("54.9"), "");
    String number = commitment(count, low.formatted("9"), "");
    for (int i = 1; i <= 10; i++) {
      String at = "\"dueAt\": \"2026-02-0%dT08:00:00Z\"".formatted(i % 9 + 1);
      given.send(
          String.join(
              ",",
              Given.flight("p" + i, percentile, at + ", \"value\": " + i),
              Given.flight("m" + i, mean, at + ", \"value\": " + i),
              Given.flight("s" + i, sum, at + ", \"value\": " + i),
              Given.flight("c" + i, count, at + ", \"completedAt\": \"2026-02-09T08:00:00Z\"")));
    }
    JsonNode within = period(p90, "2026-02").at("/period/result");
    assertThat(within.get("good").asLong()).isEqualTo(9);
    assertThat(within.get("bad").asLong()).isEqualTo(1);
    assertThat(within.get("status").asText()).isEqualTo("met");
    assertThat(within.get("warning").asBoolean()).isTrue();
    assertThat(within.at("/percentile/value").asDouble()).isBetween(8.9, 9.1);
    assertResult(average, "5.5", "met");
    assertResult(total, "55", "breached");
    assertResult(number, "10", "breached");
  }

  private void assertResult(String commitment, String exact, String status) {
    JsonNode result = period(commitment, "2026-02").at("/period/result");
    assertThat(result.at("/attainment/exact").asText()).as(result.toString()).isEqualTo(exact);
    assertThat(result.get("status").asText()).isEqualTo(status);
  }

  @Test
  void timeIsSplitByStateWithinServiceHours() throws SQLException {
    TestClock.stop(Instant.parse("2026-02-20T12:00:00Z"));
    String calendar =
        Given.id(
            given
                .writer()
                .body(
                    """
                    {"name": "Days", "timeZone": "UTC",
                     "week": [{"day": "monday", "from": "09:00", "to": "17:00"}]}""")
                .post("/v1/calendars"));
    String metric = metric("time-ratio", null);
    String commitment = commitment(metric, HIGH, "\"calendarId\": \"%s\"".formatted(calendar));
    // Mondays of February so far: the 2nd, 9th and 16th, eight hours each.
    change(metric, "2026-01-31T00:00:00Z", "good");
    change(metric, "2026-02-09T16:00:00Z", "bad");
    change(metric, "2026-02-16T10:00:00Z", "good");

    JsonNode result = period(commitment, "2026-02").at("/period/result");
    long hour = Duration.ofHours(1).toMillis() * 1000;
    assertThat(result.get("countedIn").asText()).isEqualTo("microseconds");
    assertThat(result.get("bad").asLong()).isEqualTo(2 * hour);
    assertThat(result.get("good").asLong()).isEqualTo(22 * hour);
    assertThat(result.get("total").asLong()).isEqualTo(24 * hour);
    // Four Mondays of eight hours; one part in twenty of them.
    assertThat(result.at("/errorBudget/allowed").asText()).isEqualTo("5760");
    assertThat(result.at("/errorBudget/unit").asText()).isEqualTo("s");

    // Another thing has as much time, and is allowed as much bad.
    insert("state_change", "state", metric, "other", "2026-02-02T12:00:00Z", "good");
    JsonNode both = period(commitment, "2026-02").at("/period/result");
    assertThat(both.get("total").asLong()).isEqualTo(48 * hour);
    assertThat(both.get("unknown").asLong()).isEqualTo(3 * hour);
    assertThat(both.at("/errorBudget/allowed").asText()).isEqualTo("11520");
    assertThat(both.at("/errorBudget/remaining").asText()).isEqualTo("4320");

    JsonNode elapsed =
        Json.parse(
            given
                .reader()
                .get(
                    "/v1/calendars/%s/elapsed?from=2026-02-02T16:00:00Z&to=2026-02-09T10:00:00Z"
                        .formatted(calendar))
                .asString());
    assertThat(elapsed.get("elapsed").asText()).isEqualTo("PT2H");
    assertThat(
            given
                .patcher("*")
                .body("{\"timeZone\": \"Europe/Berlin\"}")
                .patch("/v1/calendars/" + calendar)
                .statusCode())
        .isEqualTo(409);
    assertThat(given.patcher("*").delete("/v1/calendars/" + calendar).statusCode()).isEqualTo(409);
  }

  @Test
  void timersCountServiceTimeLessPauses() throws SQLException {
    TestClock.stop(Instant.parse("2026-02-20T12:00:00Z"));
    String metric = metric("duration", "h");
    String commitment =
        commitment(metric, "{\"comparator\": \"at-most\", \"value\": 4}", "\"percentile\": 0.5");
    timer(metric, "kept", "2026-02-02T08:00:00Z", "start");
    timer(metric, "kept", "2026-02-02T10:00:00Z", "pause");
    timer(metric, "kept", "2026-02-03T10:00:00Z", "resume");
    timer(metric, "kept", "2026-02-03T12:00:00Z", "stop");
    timer(metric, "missed", "2026-02-04T08:00:00Z", "start");
    timer(metric, "missed", "2026-02-04T12:00:01Z", "stop");
    timer(metric, "overdue", "2026-02-05T08:00:00Z", "start");
    timer(metric, "runs", "2026-02-20T11:00:00Z", "start");
    String never = commitment(metric, "{\"comparator\": \"at-most\", \"value\": 999999999999}", "");

    JsonNode result = period(commitment, "2026-02").at("/period/result");
    assertThat(result.get("good").asLong()).isEqualTo(1);
    assertThat(result.get("bad").asLong()).isEqualTo(2);
    assertThat(result.get("notYetDue").asLong()).isEqualTo(1);
    assertThat(result.get("status").asText()).isEqualTo("breached");
    assertThat(result.at("/percentile/value").asDouble()).isBetween(3.96, 4.05);
    JsonNode kept = period(never, "2026-02").at("/period/result");
    assertThat(kept.get("good").asLong()).isEqualTo(2);
    assertThat(kept.get("notYetDue").asLong()).isEqualTo(2);
  }

  @Test
  void aTimerCountsInOnePeriodWhereverItGoesOverItsTarget() {
    TestClock.stop(Instant.parse("2026-01-26T12:00:00Z"));
    String metric = metric("duration", "h");
    String commitment =
        commitment(
            metric, "{\"comparator\": \"at-most\", \"value\": 240}", "\"periodBy\": \"completed\"");
    String start =
        """
        {"source": "desk", "sourceId": "1", "metricId": "%s", "customerId": "%s",
         "entity": {"type": "flight", "reference": "F"}, "at": "2026-01-25T12:00:00Z",
         "action": "start"}"""
            .formatted(metric, Given.CUSTOMER);
    Given.id(given.source().body(start).post("/v1/timer-events"));
    // It runs, ten days are over on the 4th of February.
    TestClock.stop(Instant.parse("2026-03-05T12:00:00Z"));
    awaitState(commitment, "2026-01", "final", 1);
    awaitState(commitment, "2026-02", "final", 1);
    assertThat(period(commitment, "2026-02").at("/period/result/bad").asLong()).isEqualTo(1);

    Given.id(
        given
            .source()
            .body(
                """
                {"kind": "timer-event", "source": "desk", "sourceId": "1", "timerEvent": %s,
                 "reason": "Its clock was wrong.", "author": "a"}"""
                    .formatted(start.replace("01-25", "01-20")))
            .post("/v1/corrections"));
    awaitState(commitment, "2026-01", "final", 2);
    awaitState(commitment, "2026-02", "final", 2);
    assertThat(period(commitment, "2026-01").at("/period/result/bad").asLong()).isEqualTo(1);
    assertThat(period(commitment, "2026-02").at("/period/result/total").asLong()).isZero();
  }

  private void change(String metric, String at, String state) throws SQLException {
    insert("state_change", "state", metric, "service", at, state);
  }

  private void timer(String metric, String thing, String at, String action) throws SQLException {
    insert("timer_event", "action", metric, thing, at, action);
  }

  private void insert(
      String table, String column, String metric, String thing, String at, String what)
      throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(
          """
          INSERT INTO %s (tenant_id, id, version, created_at, recorded_at, source, source_id,
            metric_id, entity_type, entity_reference, customer_id, dimensions, at, %s)
          VALUES ('%s', uuidv7(), 0, '%5$s', '%5$s', 'test', uuidv7()::text, '%4$s', 'flight',
            '%6$s', '%7$s', '{}', '%5$s', '%8$s')"""
              .formatted(table, column, given.tenant, metric, at, thing, Given.CUSTOMER, what));
    }
  }
}
