package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.CalendarMonth;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.Event;
import org.customerfocus.agreement.attainment.EventClassifier;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Random histories through the front door, counted by the database and again by hand: whatever the
/// order of arrival, what is sent twice, corrected or taken back, and whatever work was done or
/// broke off in between, the attainment is that of one count of what is known in the end.
@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentRecountTest {

  /// Each takes most of a second: a tenth of the usual tries in `verify`, all of them with
  /// `-Plong`.
  private static final int TRIES =
      Integer.getInteger("property.tries", 200) > 1000
          ? Integer.getInteger("property.tries")
          : Integer.getInteger("property.tries", 200) / 10;

  private static final Instant CUT = Instant.parse("2026-04-10T12:00:00Z");
  private static final YearMonth FROM = YearMonth.of(2026, 1);
  private static final YearMonth TO = YearMonth.of(2026, 6);
  private static final List<String> ZONES =
      List.of("America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");

  // A tenant for each history: what is counted anew is all that counts its metric.
  private Given given = new Given();

  @Inject PeriodRecounter recounter;
  @Inject TenantWork tenants;

  @AfterEach
  void letTheClockRun() {
    TestClock.run();
  }

  @Test
  void theDatabaseCountsWhatAPersonWouldCount() throws SQLException {
    TestClock.stop(CUT);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      long seed = 20_260_101L + attempt;
      given = new Given();
      String ratio = given.ratioMetric();
      String values = given.valueMetric();
      History history = new History(new Random(seed), ratio, values);
      history.play();
      history.assertCounted("as it is, seed " + seed);
      work(metricOf(history), false);
      inTenant("DELETE FROM period_mark");
      history.assertCounted("from what is stored, seed " + seed);
      inTenant("DELETE FROM period_result");
      history.assertCounted("from scratch, seed " + seed);
    }
  }

  private static String metricOf(History history) {
    return history.metric;
  }

  /// What a worker does with all periods, which may break off before it is stored.
  private void work(String metric, boolean breaksOff) {
    try {
      tenants.call(
          Caller.system("recount", given.tenant, false),
          () -> {
            recounter.recount(
                UUID.fromString(metric),
                Instant.parse("2025-12-01T00:00:00Z"),
                Instant.parse("2026-07-01T00:00:00Z"));
            if (breaksOff) {
              throw new IllegalStateException("The process died");
            }
            return true;
          });
    } catch (IllegalStateException e) {
      assertThat(breaksOff).as(e.toString()).isTrue();
    }
  }

  private void inTenant(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }

  /// One agreement with its rules, and everything that was ever reported for it.
  private final class History {

    private final Random random;
    private final boolean ofValues;
    private final String metric;
    private final String customer = UUID.randomUUID().toString();
    private final String zone;
    private final PeriodBy periodBy;
    private final ExclusionEffect effect;
    private final UnknownAs unknownAs;
    private final Bound threshold;
    private final List<Span> exclusions = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> corrections = new ArrayList<>();
    private String path = "";

    History(Random random, String ratio, String values) {
      this.random = random;
      ofValues = random.nextBoolean();
      metric = ofValues ? values : ratio;
      zone = ZONES.get(random.nextInt(ZONES.size()));
      periodBy = any(PeriodBy.values());
      effect = any(ExclusionEffect.values());
      unknownAs = any(UnknownAs.values());
      threshold = new Bound(any(Comparator.values()), BigDecimal.valueOf(random.nextInt(5)));
      for (int i = random.nextInt(4); i > 0; i--) {
        Instant start = time();
        exclusions.add(new Span(start, start.plusSeconds(1 + random.nextInt(20 * 86_400))));
      }
      for (int i = random.nextInt(40); i > 0; i--) {
        report(i);
      }
    }

    private <T> T any(T[] of) {
      return of[random.nextInt(of.length)];
    }

    /// Around the months' edges as often as anywhere.
    private Instant time() {
      if (random.nextBoolean()) {
        Instant edge =
            new CalendarMonth(FROM.plusMonths(random.nextInt(6)), ZoneId.of(zone)).span().start();
        return edge.plusMillis(random.nextInt(3) - 1);
      }
      return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(150 * 86_400));
    }

    private @Nullable Instant maybe(Instant time) {
      return random.nextInt(4) == 0 ? null : time;
    }

    /// One thing with its outcome; where it has one, what was known before may be reported as well.
    private void report(int number) {
      Instant due = maybe(time());
      Instant started = maybe(time());
      int kind = random.nextInt(4);
      boolean unknown = kind == 0;
      Boolean good = (kind == 1 && !ofValues) ? (Boolean) random.nextBoolean() : null;
      BigDecimal value =
          kind != 0 && kind != 3 && ofValues ? BigDecimal.valueOf(random.nextInt(60), 1) : null;
      boolean told = unknown || good != null || value != null;
      Instant completed = maybe(started == null ? time() : started.plusSeconds(random.nextInt(9)));
      boolean acceptable =
          told
              ? due != null || started != null || completed != null
              : due != null && (completed == null || !ofValues);
      if (!acceptable) {
        return;
      }
      events.add(
          new Event(
              due,
              started,
              completed,
              ofValues
                  ? Event.outcome(unknown, value, completed, threshold)
                  : Event.outcome(unknown, good, due, completed)));
      String right = json(number, due, started, completed, value, good, unknown);
      if (random.nextInt(5) == 0) {
        // Reported wrongly, and put right later.
        reports.add(json(number, time(), null, null, null, null, true));
        corrections.add(correction(number, "\"measurement\": " + right));
        return;
      }
      if (random.nextInt(8) == 0) {
        // Something that never was.
        reports.add(json(number + 1000, time(), null, null, null, null, true));
        corrections.add(correction(number + 1000, "\"retract\": true"));
      }
      reports.add(right);
      if (due != null && random.nextBoolean()) {
        reports.add(
            json(number, due, started == null ? null : maybe(started), null, null, null, false));
      }
    }

    private String correction(int number, String members) {
      return """
          {"kind": "measurement", "source": "%s", "sourceId": "%d", %s, "reason": "r", "author": "a"}"""
          .formatted(customer, number, members);
    }

    private String json(
        int number,
        @Nullable Instant due,
        @Nullable Instant started,
        @Nullable Instant completed,
        @Nullable BigDecimal value,
        @Nullable Boolean good,
        boolean unknown) {
      StringBuilder members = new StringBuilder();
      member(members, "dueAt", due == null ? null : "\"%s\"".formatted(due));
      member(members, "startedAt", started == null ? null : "\"%s\"".formatted(started));
      member(members, "completedAt", completed == null ? null : "\"%s\"".formatted(completed));
      member(members, "value", value);
      member(members, "good", good);
      member(members, "unknown", unknown ? true : null);
      return """
          {"source": "%s", "sourceId": "%d", "metricId": "%s",
           "entity": {"type": "flight", "reference": "r"}, "customerId": "%s"%s}"""
          .formatted(customer, number, metric, customer, members);
    }

    private static void member(StringBuilder to, String name, @Nullable Object value) {
      if (value != null) {
        to.append(", \"").append(name).append("\": ").append(value);
      }
    }

    /// Sends everything in some order, some of it twice.
    void play() {
      Response agreement =
          given.active(
              Given.agreement(commitment(), "")
                  .replace(Given.CUSTOMER, customer)
                  .replace("America/Los_Angeles", zone));
      Given.id(agreement);
      for (Span span : exclusions) {
        Given.id(
            given
                .writer()
                .body(
                    """
                    {"agreementId": "%s", "reason": "r", "span": {"start": "%s", "end": "%s"},
                     "approval": {"by": "a", "at": "2026-01-01T00:00:00Z"}}"""
                        .formatted(agreement.path("id"), span.start(), span.end()))
                .post("/v1/exclusions"));
      }
      List<String> sent = new ArrayList<>(reports);
      sent.addAll(reports.subList(0, reports.size() / 3));
      Collections.shuffle(sent, random);
      while (!sent.isEmpty()) {
        List<String> batch = sent.subList(0, Math.min(sent.size(), 1 + random.nextInt(30)));
        Response answer = given.send(String.join(",", batch));
        assertThat(answer.<Integer>path("refused") + answer.<Integer>path("conflicts"))
            .as(answer.asString())
            .isZero();
        batch.clear();
        if (random.nextInt(3) == 0) {
          work(metric, random.nextBoolean());
        }
      }
      path =
          "/v1/commitments/%s/attainment?from=%s&to=%s"
              .formatted(agreement.path("version.commitments[0].id"), FROM, TO);
      Collections.shuffle(corrections, random);
      for (String correction : corrections) {
        Response answer = given.source().body(correction).post("/v1/corrections");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        if (random.nextInt(4) == 0) {
          work(metric, random.nextBoolean());
        }
      }
    }

    private String commitment() {
      String members =
          "\"periodBy\": \"%s\", \"exclusionEffect\": \"%s\", \"unknownAs\": \"%s\""
              .formatted(wire(periodBy), wire(effect), wire(unknownAs));
      return Given.commitment(
          metric,
          ofValues
              ? members
                  + ", \"threshold\": {\"comparator\": \"%s\", \"value\": %s}"
                      .formatted(wire(threshold.comparator()), threshold.value())
              : members);
    }

    private static String wire(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void assertCounted(String seed) {
      JsonNode read = Json.parse(given.reader().get(path).asString());
      EventClassifier classifier = new EventClassifier(periodBy, effect, exclusions, CUT);
      List<CalendarMonth> months = CalendarMonth.between(FROM, TO, ZoneId.of(zone));
      assertThat(read.get("periods")).as(seed + " " + read).hasSize(months.size());
      Tally sum = Tally.NONE;
      for (int i = 0; i < months.size(); i++) {
        Tally expected = classifier.tally(months.get(i).span(), events);
        assertResult(
            read.get("periods").get(i).get("result"), expected, seed + " " + months.get(i));
        sum = sum.plus(expected);
      }
      assertResult(read.get("overall"), sum, seed + " overall");
    }

    private void assertResult(JsonNode result, Tally expected, String what) {
      assertThat(
              new Tally(
                  result.get("good").asLong(),
                  result.get("bad").asLong(),
                  result.get("excluded").asLong(),
                  result.get("unknown").asLong()))
          .as(what)
          .isEqualTo(expected);
      assertThat(result.get("total").asLong()).as(what).isEqualTo(expected.total());
      Attainment attainment = Attainment.of(expected, effect, unknownAs);
      assertThat(result.at("/attainment/exact").asText(""))
          .as(what)
          .isEqualTo(attainment.value().map(BigDecimal::toPlainString).orElse(""));
      assertThat(result.get("status").asText())
          .as(what)
          .isEqualTo(
              wire(attainment.status(new Bound(Comparator.AT_LEAST, new BigDecimal("0.95")))));
    }
  }
}
