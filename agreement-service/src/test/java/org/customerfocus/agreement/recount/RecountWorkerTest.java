package org.customerfocus.agreement.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.recount.MarkRepository.Marked;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RecountWorkerTest {

  private static final String DUE = "\"dueAt\": \"2026-03-01T10:00:00Z\", \"good\": true";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Given given = new Given();

  @Inject MarkRepository marks;
  @Inject TenantWork tenants;

  private Caller caller() {
    return Caller.system("test", given.tenant, false);
  }

  @Test
  void whatIsRecordedIsMarkedAndTheMarkIsWorkedOff() throws Exception {
    String metric = given.ratioMetric();
    given.activeAgreement(Given.commitment(metric, ""));
    given.send(flight("f", metric, DUE));
    awaitMarks(0);
    assertThat(count("period_result")).isPositive();
    // Sent again it changes nothing, and so marks nothing.
    given.send(flight("f", metric, DUE));
    assertThat(count("period_mark")).isZero();
  }

  @Test
  void marksNearEachOtherAreTakenTogetherByOneAtATime() {
    UUID metric = UUID.randomUUID();
    Marked marked = new Marked(given.tenant, metric, null, false);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      tenants.call(
          caller(),
          () -> {
            // The worker runs as well: it is one of those who are kept off.
            assertThat(marks.hold(marked)).isTrue();
            Future<Boolean> second =
                other.submit(
                    () -> {
                      mark(metric, "2026-03-01", "2026-03-02");
                      mark(metric, "2026-03-20", "2026-03-21");
                      mark(metric, "2022-03-20", "2022-03-21");
                      return tenants.call(caller(), () -> marks.hold(marked));
                    });
            assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
            assertThat(List.of(take(marked), take(marked), take(marked)))
                .containsExactly(
                    List.of(
                        Instant.parse("2026-03-01T00:00:00Z"),
                        Instant.parse("2026-03-21T00:00:00Z")),
                    List.of(
                        Instant.parse("2022-03-20T00:00:00Z"),
                        Instant.parse("2022-03-21T00:00:00Z")),
                    List.of());
            return true;
          });
    }
  }

  private List<Instant> take(Marked marked) {
    return marks
        .take(marked)
        .map(each -> List.of(each.earliest(), each.latest()))
        .orElse(List.of());
  }

  @Test
  void aCommitmentThatCannotBeCountedKeepsNoOtherWaiting() throws Exception {
    String metric = given.ratioMetric();
    List<String> commitments =
        given
            .activeAgreement(Given.commitment(metric, "") + "," + Given.commitment(metric, ""))
            .path("version.commitments.id");
    given.send(flight("f", metric, DUE));
    awaitMarks(0);
    String spoiled = "WHERE commitment_id = '%s'".formatted(commitments.getFirst());
    execute("UPDATE period_result SET score = 'spoiled' " + spoiled);

    given.send(flight("g", metric, DUE));
    await().atMost(PATIENCE).until(() -> good(commitments.getLast()) == 2);
    awaitMarks(1);
    assertThat(count("period_mark " + spoiled + " AND attempts = 1 AND due_at > now()"))
        .isEqualTo(1);
    execute("UPDATE period_mark SET due_at = now() + interval '1 hour' " + spoiled);
    // What is marked of it meanwhile waits as well, be it ever so much.
    execute(
        """
        INSERT INTO period_mark (tenant_id, id, metric_id, commitment_id, earliest, latest, test,
          created_at)
        SELECT k.tenant_id, uuidv7(), k.metric_id, k.commitment_id, k.earliest, k.latest, false,
          '2020-01-01T00:00:00Z'
        FROM period_mark k, generate_series(1, 10001) """
            + spoiled);
    given.send(flight("h", metric, DUE));
    await().atMost(PATIENCE).until(() -> good(commitments.getLast()) == 3);
    await()
        .atMost(PATIENCE)
        .until(() -> count("period_mark " + spoiled + " AND attempts <= 1") == 10_003);

    execute("UPDATE period_result SET score = NULL " + spoiled);
    execute("UPDATE period_mark SET due_at = '-infinity'");
    awaitMarks(0);
    assertThat(good(commitments.getFirst())).isEqualTo(3);
  }

  @Test
  void anExclusionForeverIsCountedAsFarAheadAsAnythingIsKept() throws Exception {
    String metric = given.ratioMetric();
    Response active =
        given.active(
            Given.agreement(
                    Given.commitment(
                        metric, "\"window\": {\"kind\": \"rolling\", \"length\": \"P30D\"}"),
                    "")
                .replace(
                    "\"start\": \"2026-01-01\", \"end\": \"2027-01-01\"",
                    "\"start\": \"%s\"".formatted(LocalDate.now(ZoneOffset.UTC).minusDays(5))));
    Instant start = Instant.now().minus(Duration.ofDays(1));
    Given.id(
        given
            .writer()
            .body(
                """
                {"agreementId": "%s", "reason": "A strike.",
                 "span": {"start": "%s", "end": "9999-12-31T00:00:00Z"},
                 "approval": {"by": "a", "at": "2026-01-01T00:00:00Z"}}"""
                    .formatted(active.path("id"), start))
            .post("/v1/exclusions"));
    awaitMarks(0);
    // Each day ends a window of thirty; none is left out where one transaction takes over from
    // another.
    assertThat(count("period_result WHERE period_end > '%s'".formatted(start))).isBetween(428, 433);
    assertThat(count("period_result WHERE period_start > now() + interval '401 days'")).isZero();
    assertThat(count("period_result WHERE period_end > '%s' AND ".formatted(start) + GAP)).isZero();
  }

  /// A day without its window, between two that have theirs.
  private static final String GAP =
      """
      NOT EXISTS (SELECT 1 FROM period_result n WHERE n.period = (period_result.period::date + 1)::text)
      AND period::date < current_date + 390""";

  private int good(String commitment) throws SQLException {
    return number(
        "SELECT coalesce(sum(good), 0) FROM period_result WHERE commitment_id = '%s'"
            .formatted(commitment));
  }

  private void awaitMarks(int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(count("period_mark")).isEqualTo(number));
  }

  private void mark(UUID metric, String earliest, String latest) throws SQLException {
    execute(
        """
        INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at)
        VALUES ('%s', uuidv7(), '%s', '%s', '%s', false, clock_timestamp())"""
            .formatted(given.tenant, metric, earliest, latest));
  }

  private void execute(String sql) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(sql);
    }
  }

  private int count(String of) throws SQLException {
    return number("SELECT count(*) FROM " + of);
  }

  private int number(String query) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
