package org.customerfocus.agreement.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counting reads the months that are asked for and not a tenant's whole history, under row-level
/// security and as the application's role.
@QuarkusTest
@WithTestResource(Platform.class)
class AttainmentPlanTest {

  private final Given given = new Given();

  @ParameterizedTest
  @CsvSource({"DUE, at", "STARTED, placed_by_start", "COMPLETED, placed_by_completion"})
  void isServedByAnIndex(PeriodBy periodBy, String column) throws SQLException {
    String metric = given.ratioMetric();
    fill(metric);
    String sql =
        new EventSql(MetricType.RATIO, periodBy, null, ExclusionEffect.REMOVE, false)
            .counts(null, null);
    for (var value :
        Map.<String, String>of(
                ":periods",
                """
                '[{"n": 0, "start": "2020-05-01T00:00:00Z", "end": "2020-06-01T00:00:00Z"}]'""",
                ":from",
                "timestamptz '2020-05-01T00:00:00Z'",
                ":to",
                "timestamptz '2020-06-01T00:00:00Z'",
                ":exclusions",
                "'[]'",
                ":cut",
                "timestamptz '2026-01-01T00:00:00Z'",
                ":metric",
                "uuid '%s'".formatted(metric),
                ":entityTypes",
                "'{flight}'",
                ":customers",
                "'{%s}'".formatted(Given.CUSTOMER))
            .entrySet()) {
      sql = sql.replace(value.getKey(), value.getValue());
    }
    sql =
        sql.replaceAll(":(qualifiedO|o)fferings|:qualified\\b", "NULL")
            .replaceAll(":(qualifiedD|d)imensions", "'{}'");

    assertThat(explain(sql).replace("(", "").replace(")", ""))
        .containsPattern(
            "Index Cond: tenant_id = .* AND metric_id = .* AND %s >= .* AND %s < "
                .formatted(column, column));
  }

  /// Measurements of many metrics over some months: what is asked for is a small part of them.
  private void fill(String metric) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      statement.execute(
          "SELECT ensure_measurement_partitions('2020-01-01T00:00:00Z', '2020-08-01T00:00:00Z')");
      statement.execute(
          """
          INSERT INTO measurement (tenant_id, id, version, created_at, updated_at, recorded_at, at, source, source_id,
            metric_id, entity_type, entity_reference, customer_id, dimensions, due_at, started_at,
            completed_at, unknown)
          SELECT '%s', uuidv7(), 0, now(), now(), now(), at, '%s', n,
            CASE WHEN n %% 20 = 0 THEN '%s' ELSE gen_random_uuid() END, 'flight', n, '%s', '{}', at, at, at,
            false
          FROM generate_series(1, 40000) n,
            LATERAL (SELECT timestamptz '2020-01-01T00:00:00Z' + n * interval '7.5 minutes' AS at) t"""
              .formatted(given.tenant, UUID.randomUUID(), metric, Given.CUSTOMER));
    }
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute("ANALYZE measurement");
    }
  }

  private String explain(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(given.tenant));
      try (ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }
}
