package org.customerfocus.customer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// The statistics of many customers, against a count a day. `-Dstatistics.customers=100000` makes
/// it the measurement of how long they take.
@QuarkusTest
@WithTestResource(Platform.class)
class CustomerStatisticsScaleTest {

  private static final int CUSTOMERS = Integer.getInteger("statistics.customers", 2_000);
  private static final int ROUNDS = 5;

  private final String tenant = freshTenant();

  @Test
  void countsAreThoseOfEachDay() throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      populate(statement);
      JsonPath found = ask("").jsonPath();
      for (int i : List.of(0, 5, 11)) {
        String start = found.getString("periods[%d].start".formatted(i));
        String end = found.getString("periods[%d].end".formatted(i));
        String last = "least(date '%s' - 1, current_date)".formatted(end);
        assertThat(found.getLong("periods[%d].customers.current".formatted(i)))
            .isEqualTo(number(statement, current(last)));
        assertThat(found.getLong("periods[%d].flow.lost".formatted(i)))
            .isEqualTo(
                number(statement, current("date '%s' - 1".formatted(start)))
                    - number(
                        statement,
                        current("date '%s' - 1".formatted(start))
                            + " AND c.id IN (SELECT id FROM (%s) x)"
                                .formatted(current(last).replace("count(*)", "c.id"))));
        assertThat(found.getLong("periods[%d].rates.repeatPurchaseRate.n".formatted(i)))
            .isEqualTo(
                number(
                    statement,
                    """
                    SELECT count(DISTINCT customer_id) FROM purchase WHERE tenant_id = '%s'
                    AND purchased_at >= '%sT00:00Z' AND purchased_at < '%sT00:00Z'"""
                        .formatted(tenant, start, end)));
      }
      assertThat(found.getList("periods[11].segments")).hasSize(3);
      assertThat(found.getLong("periods[11].segments[0].count")).isPositive();
    }
    report("12 months", () -> ask(""));
    report("1 month", () -> ask("?from=2026-01-01&to=2026-01-02"));
    report("120 days", () -> ask("?interval=day&from=2026-01-01&to=2026-05-01"));
    report(
        "12 months, cohorts by purchase",
        () -> ask("?cohortBy=first-purchase&retainedBy=purchase"));
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SELECT set_config('app.tenant', '%s', false)".formatted(tenant));
      report("bare count(*) of them", () -> number(statement, "SELECT count(*) FROM customer"));
    }
  }

  private String current(String day) {
    return """
        SELECT count(*) FROM customer c WHERE c.tenant_id = '%s'
        AND daterange(c.valid_from, c.valid_to) @> %s AND EXISTS (
          SELECT FROM customer_lifecycle l
          WHERE l.tenant_id = c.tenant_id AND l.customer_id = c.id AND l.lifecycle = 'current'
            AND daterange(l.valid_from, l.valid_to) @> %s)"""
        .formatted(tenant, day, day);
  }

  private Response ask(String query) {
    Response answer = as(tenant, "customers:read").get("/v1/customer-statistics" + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  @FunctionalInterface
  private interface Call {
    void run() throws SQLException;
  }

  /// The median of several.
  private static void report(String what, Call call) throws SQLException {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      call.run();
      nanos[i] = System.nanoTime() - began;
    }
    java.util.Arrays.sort(nanos);
    System.out.printf(
        "statistics over %,d customers, %s: %.3f s%n", CUSTOMERS, what, nanos[ROUNDS / 2] / 1e9);
  }

  private void populate(Statement to) throws SQLException {
    List<String> tables =
        List.of("party", "customer", "customer_lifecycle", "customer_role", "purchase", "referral");
    for (String table : tables) {
      to.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table));
    }
    for (String insert : HISTORIES.split(";\n")) {
      to.execute(insert.replace(":tenant", "'" + tenant + "'").replace(":last", "" + CUSTOMERS));
    }
    for (String table : tables) {
      to.execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table));
      to.execute("VACUUM ANALYZE " + table);
    }
    to.execute("VACUUM ANALYZE segment_change");
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Customers of three years: some potential first, some former later, few of them back again; one
  /// or two roles, three or four purchases, referrals by every fifth, three segments that some
  /// leave.
  private static final String HISTORIES =
      """
      CREATE TEMP TABLE one AS
      SELECT i, current_date - 1100 + i * 37 % 1000 AS since,
        cast(lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000001' AS uuid) AS party,
        cast(lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000002' AS uuid) AS id
      FROM generate_series(1, :last) i;
      INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name, given_name)
      SELECT :tenant, party, 0, now(), now(), 'person', 'Person ' || i, 'Person ' || i FROM one;
      INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id, lifecycle,
        valid_from, valid_to)
      SELECT :tenant, id, 0, now(), now(), party, CASE i % 4 WHEN 0 THEN 'former' ELSE 'current' END,
        since, CASE i % 20 WHEN 0 THEN since + 400 END
      FROM one;
      INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from, valid_to,
        recorded_at)
      SELECT :tenant, uuidv7(), id, phase.*, now()
      FROM one, LATERAL (
        SELECT 'potential', since, since + 30 WHERE i % 3 = 0
        UNION ALL
        SELECT 'current', CASE i % 3 WHEN 0 THEN since + 30 ELSE since END,
          CASE i % 4 WHEN 0 THEN since + 200 + i % 100 END
        UNION ALL
        SELECT 'former', since + 200 + i % 100, CASE i % 40 WHEN 0 THEN since + 340 END
        WHERE i % 4 = 0
        UNION ALL
        SELECT 'current', since + 340, NULL WHERE i % 40 = 0) phase;
      INSERT INTO customer_role (tenant_id, id, customer_id, type, place, valid_from)
      SELECT :tenant, uuidv7(), id, CASE i % 2 WHEN 0 THEN 'end-user' ELSE 'payer' END, 0, NULL
      FROM one
      UNION ALL
      SELECT :tenant, uuidv7(), id, 'decider', 1, current_date - i % 700 FROM one WHERE i % 2 = 0;
      INSERT INTO purchase (tenant_id, id, version, created_at, updated_at, customer_id,
        purchased_at, content_digest)
      SELECT :tenant, uuidv7(), 0, now(), now(), id,
        now() - cast(i AS bigint) * (7919 + j * 104729) % (900 * 24) * interval '1 hour', ''
      FROM generate_series(1, 4) j, one WHERE (i + j) % 5 <> 0;
      INSERT INTO referral (tenant_id, id, version, created_at, updated_at, from_customer_id,
        to_party_id, outcome, referred_at)
      SELECT :tenant, uuidv7(), 0, now(), now(), o.id, p.party, 'pending',
        now() - cast(o.i AS bigint) * 7919 % (900 * 24) * interval '1 hour'
      FROM one o JOIN one p ON p.i = o.i % 100 + 1 WHERE o.i % 5 = 0;
      INSERT INTO segment (tenant_id, id, version, created_at, updated_at, name, name_key, kind)
      SELECT :tenant, id, 0, now(), now(), 'S' || i, 's' || i, 'list' FROM one WHERE i <= 3;
      INSERT INTO segment_change (tenant_id, segment_id, customer_id, change, changed_at)
      SELECT :tenant, s.id, o.id, CASE k WHEN 1 THEN 'entered' ELSE 'left' END,
        now() - interval '1 hour' * (10000 - k * 2000 + o.i * s.i % 1500)
      FROM one o, generate_series(1, 2) k, one s
      WHERE s.i <= 3 AND o.i % (s.i + 1) = 0 AND (k = 1 OR o.i % 7 = 0);
      DROP TABLE one""";
}
