package org.customerfocus.agreement.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.performance.PeriodRecounter;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Attainment over many measurements, a growing number of them. `-Dattainment.measurements=…` makes
/// it the measurement of how long it takes, `-Dattainment.seconds=600` bounds the filling.
@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentScaleTest {

  private static final long MEASUREMENTS = Long.getLong("attainment.measurements", 20_000);
  private static final int METRICS = Integer.getInteger("attainment.metrics", 50);
  private static final Duration FILLING =
      Duration.ofSeconds(Integer.getInteger("attainment.seconds", 600));
  private static final int READS = Integer.getInteger("attainment.reads", 20);
  private static final int PROMISED = 10;

  /// One in so many is of the largest metric.
  private static final int LARGEST = 100;

  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private final Given given = new Given();

  @Inject PeriodRecounter recounter;
  @Inject TenantWork tenants;

  @Test
  void currentAttainmentIsThatOfTheRows() throws Exception {
    List<String> metrics = new ArrayList<>();
    List<String> commitments = new ArrayList<>();
    for (int i = 0; i < PROMISED; i++) {
      String metric =
          Given.id(
              given
                  .writer()
                  .body(
                      """
                      {"name": "On time %d", "type": "ratio", "description": "On time."}"""
                          .formatted(i))
                  .post("/v1/metrics"));
      metrics.add(metric);
      commitments.add(Given.commitment(metric, ""));
    }
    List<String> promises =
        given.activeAgreement(String.join(",", commitments)).path("version.commitments.id");
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      prepare(statement, metrics);
      long from = 0;
      Instant end = Instant.now().plus(FILLING);
      for (long size = Math.min(1_000_000, MEASUREMENTS);
          from < MEASUREMENTS && Instant.now().isBefore(end);
          size = Math.min(size * 2, MEASUREMENTS)) {
        for (; from < size && Instant.now().isBefore(end); from += 250_000) {
          fill(statement, from, Math.min(from + 250_000, size));
        }
        measure(statement, Math.min(from, size), metrics, promises);
      }
    }
  }

  private void prepare(Statement owner, List<String> metrics) throws SQLException {
    owner.execute("SELECT ensure_measurement_partitions(now() - interval '12 months', now())");
    owner.execute("CREATE TEMPORARY TABLE measured (n int PRIMARY KEY, id uuid NOT NULL)");
    for (int i = 0; i < metrics.size(); i++) {
      owner.execute("INSERT INTO measured VALUES (%d, '%s')".formatted(i, metrics.get(i)));
    }
    owner.execute(
        """
        INSERT INTO metric (tenant_id, id, version, created_at, updated_at, name, type, description)
        SELECT '%s', gen_random_uuid(), 0, now(), now(), 'Metric ' || n, 'ratio', 'On time.'
        FROM generate_series(%d, %d) n"""
            .formatted(given.tenant, metrics.size(), METRICS - 1));
    owner.execute(
        """
        INSERT INTO measured SELECT %d + row_number() OVER () - 1, id FROM metric
        WHERE tenant_id = '%s' AND name LIKE 'Metric %%'"""
            .formatted(metrics.size(), given.tenant));
  }

  private void fill(Statement owner, long from, long to) throws SQLException {
    owner.execute(
        """
        INSERT INTO measurement (tenant_id, id, version, created_at, updated_at, recorded_at, at,
          source, source_id, metric_id, entity_type, entity_reference, customer_id, dimensions,
          due_at, completed_at, unknown)
        SELECT '%1$s', uuidv7(), 0, now(), now(), now(), at, 'bench', i, m.id, 'flight', i, '%2$s',
          '{}', at, at + (i %% 13 - 10) * interval '1 minute', false
        FROM generate_series(%3$d, %4$d) given (i)
        CROSS JOIN LATERAL (SELECT now() - (i * bigint '7919' %% 525600) * interval '60 seconds' AS at) t
        JOIN measured m ON m.n = CASE WHEN i %% %5$d = 0 THEN 0 ELSE i / 7 %% %6$d END"""
            .formatted(given.tenant, Given.CUSTOMER, from, to - 1, LARGEST, METRICS));
  }

  private void measure(Statement owner, long size, List<String> metrics, List<String> promises)
      throws Exception {
    owner.execute("ANALYZE measurement");
    for (String metric : metrics) {
      owner.execute(
          """
          INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at)
          VALUES ('%s', uuidv7(), '%s', now() - interval '12 months', now(), false, now())"""
              .formatted(given.tenant, metric));
    }
    String marks =
        "SELECT count(*) FROM period_mark WHERE tenant_id = '%s'".formatted(given.tenant);
    await().atMost(Duration.ofMinutes(5)).until(() -> number(owner, marks) == 0);
    YearMonth month = YearMonth.now(ZONE);
    String period = "?from=%s&to=%s".formatted(month, month.plusMonths(1));
    double[] millis = new double[READS];
    for (int i = 0; i < READS; i++) {
      long begun = System.nanoTime();
      Response read =
          given
              .reader()
              .get("/v1/commitments/%s/attainment%s".formatted(promises.get(i % PROMISED), period));
      millis[i] = (System.nanoTime() - begun) / 1e6;
      assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    }
    Arrays.sort(millis);
    Instant start = month.minusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    Instant end = month.atDay(1).atStartOfDay(ZONE).toInstant();
    System.out.printf(
        Locale.ROOT,
        "attainment over %,d measurements of %,d metrics: current p50 %.1f ms, p95 %.1f ms;"
            + " a month anew: %s, largest %s; a page of what nothing counts: %s, of the largest %s%n",
        size,
        METRICS,
        millis[READS / 2],
        millis[(int) (READS * 0.95)],
        recount(owner, metrics.get(1), promises.get(1), start, end),
        recount(owner, metrics.getFirst(), promises.getFirst(), start, end),
        unmatched(""),
        unmatched("?filter=metricId==" + metrics.getFirst()));
  }

  private String unmatched(String filter) {
    long begun = System.nanoTime();
    Response read = given.reader().get("/v1/unmatched-measurements" + filter);
    double millis = (System.nanoTime() - begun) / 1e6;
    assertThat(read.statusCode()).as(read.asString()).isEqualTo(200);
    return "%.1f ms (%d)".formatted(millis, read.<List<Object>>path("items").size());
  }

  /// How many rows, and how long.
  private String recount(Statement owner, String metric, String promise, Instant start, Instant end)
      throws SQLException {
    long rows =
        number(
            owner,
            "SELECT count(*) FROM measurement WHERE tenant_id = '%s' AND metric_id = '%s' AND at >= '%s' AND at < '%s'"
                .formatted(given.tenant, metric, start, end));
    long begun = System.nanoTime();
    tenants.call(
        Caller.system("bench", given.tenant, false),
        () -> {
          recounter.recount(UUID.fromString(promise), start, end);
          return true;
        });
    double millis = (System.nanoTime() - begun) / 1e6;
    long counted =
        number(
            owner,
            """
            SELECT r.good + r.bad FROM period_result r
            JOIN commitment c ON c.tenant_id = r.tenant_id AND c.id = r.commitment_id
            WHERE r.tenant_id = '%s' AND c.metric_id = '%s' AND r.period_start = '%s'"""
                .formatted(given.tenant, metric, start));
    assertThat(counted).isEqualTo(rows);
    return "%.1f ms (%,d rows)".formatted(millis, rows);
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
