package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Twenty segments over many customers, computed a range at a time. `-Dsegment.customers=1000000
/// -Dcustomerfocus.segments.chunk=100000` makes it the measurement of the whole.
@QuarkusTest
@WithTestResource(Platform.class)
class SegmentScaleTest {

  private static final int CUSTOMERS = Integer.getInteger("segment.customers", 3_000);

  private final String tenant = freshTenant();

  /// A rule, and the condition over the numbers of the customers that it stands for.
  private record Sample(String rules, String oracle) {}

  @Test
  void allSegmentsAreComputedExactly() throws Exception {
    String definition =
        write(
            "/v1/attribute-definitions",
            "{\"target\": \"party\", \"code\": \"score\", \"type\": \"integer\", \"label\": \"s\"}");
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      populate(statement, definition);
      List<String> segments = new ArrayList<>();
      Instant began = Instant.now();
      List<Sample> samples = samples();
      for (int i = 0; i < samples.size(); i++) {
        segments.add(
            write(
                "/v1/segments",
                "{\"name\": \"S%d\", \"kind\": \"rule\", \"rule\": {\"combinator\": \"and\", \"rules\": [%s]}}"
                    .formatted(i, samples.get(i).rules())));
      }
      awaitComputed(statement);
      report("first computation", began);
      for (int i = 0; i < samples.size(); i++) {
        long expected =
            number(
                statement,
                "SELECT count(*) FROM generate_series(1, %d) i WHERE %s"
                    .formatted(CUSTOMERS, samples.get(i).oracle()));
        assertThat(count(statement, "segment_member", segments.get(i)))
            .as(samples.get(i).rules())
            .isEqualTo(expected);
        assertThat(count(statement, "segment_change", segments.get(i))).isEqualTo(expected);
      }
      long members = number(statement, mine("SELECT sum(member_count) FROM segment_state"));
      assertThat(
              number(
                  statement,
                  mine(
                      "SELECT coalesce(sum(jsonb_array_length(data -> 'customerIds')), 0)"
                          + " FROM outbox_event")))
          .isEqualTo(members);

      began = Instant.now();
      statement.execute(mine("UPDATE segment_state SET due_at = now()"));
      awaitComputed(statement);
      report("computed again", began);
      assertThat(number(statement, mine("SELECT count(*) FROM segment_change"))).isEqualTo(members);
    }
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      samples.add(new Sample(compare("lifecycle", "=", "current"), "i % 2 = 0"));
      samples.add(
          new Sample(
              compare("party.attribute.score", "<", "" + (i + 1) * 50),
              "i % 1000 < " + (i + 1) * 50));
      samples.add(
          new Sample(
              compare("organization.name", "begins-with", "Organisation " + (i + 1)),
              "i %% 10 <> 0 AND cast((i %% 100) * 10 AS text) LIKE '%d%%'".formatted(i + 1)));
      samples.add(
          new Sample(
              compare("role", "=", "end-user") + "," + compare("createdAt", ">=", "-P90D"),
              "i % 3 = 0 AND i % 180 < 89"));
      samples.add(
          new Sample(
              "{\"combinator\": \"or\", \"not\": true, \"rules\": ["
                  + compare("role", "=", "end-user")
                  + ","
                  + compare("organization.attribute.score", ">=", "300")
                  + "]}",
              "NOT (i % 3 = 0 OR (i % 10 <> 0 AND (i % 100) * 10 % 1000 >= 300))"));
    }
    return samples;
  }

  private static String compare(String field, String operator, String value) {
    return "{\"field\": \"%s\", \"operator\": \"%s\", \"value\": \"%s\"}"
        .formatted(field, operator, value);
  }

  private void populate(Statement to, String definition) throws SQLException {
    List<String> tables =
        List.of("party", "customer", "customer_role", "membership", "party_attribute");
    for (String table : tables) {
      to.execute("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table));
    }
    String each = " FROM generate_series(%d, " + CUSTOMERS + ") i";
    to.execute(
        """
        INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name, given_name)
        SELECT '%s', %s, 0, now(), now(), CASE i %% 10 WHEN 0 THEN 'organization' ELSE 'person' END,
               CASE i %% 10 WHEN 0 THEN 'Organisation ' || i ELSE 'Person ' || i END,
               CASE i %% 10 WHEN 0 THEN NULL ELSE 'Person ' || i END
        """
                .formatted(tenant, id("i", 1))
            // The organisations that people belong to are the first hundred of them.
            + each.formatted(0));
    to.execute(
        """
        INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id, lifecycle)
        SELECT '%s', %s, 0, now() - (i %% 180) * interval '1 day', now(), %s,
               CASE i %% 2 WHEN 0 THEN 'current' ELSE 'potential' END
        """
                .formatted(tenant, id("i", 2), id("i", 1))
            + each.formatted(1));
    to.execute(
        """
        INSERT INTO customer_role (tenant_id, id, customer_id, type, place)
        SELECT '%s', %s, %s, CASE i %% 3 WHEN 0 THEN 'end-user' ELSE 'payer' END, 0
        """
                .formatted(tenant, id("i", 3), id("i", 2))
            + each.formatted(1));
    to.execute(
        """
        INSERT INTO membership (tenant_id, id, version, created_at, updated_at, member_party_id,
                                organization_party_id, type)
        SELECT '%s', %s, 0, now(), now(), %s, %s, 'member-of'
        """
                .formatted(tenant, id("i", 4), id("i", 1), id("(i % 100) * 10", 1))
            + each.formatted(1)
            + " WHERE i % 10 <> 0");
    to.execute(
        """
        INSERT INTO party_attribute (tenant_id, id, party_id, definition_id, integer_value)
        SELECT '%s', %s, %s, '%s', i %% 1000
        """
                .formatted(tenant, id("i", 5), id("i", 1), definition)
            + each.formatted(0));
    for (String table : tables) {
      to.execute("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table));
      to.execute("ANALYZE " + table);
    }
  }

  private static String id(String number, int kind) {
    return "cast(lpad(to_hex(%s), 8, '0') || '-0000-7000-8000-00000000000%d' AS uuid)"
        .formatted(number, kind);
  }

  private void awaitComputed(Statement statement) throws SQLException {
    String waiting = mine("SELECT count(*) FROM segment_state");
    await()
        .atMost(Duration.ofMinutes(8))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> number(statement, waiting + " AND due_at <= now()") == 0);
    assertThat(number(statement, waiting + " AND fault IS NOT NULL")).isZero();
  }

  private static void report(String what, Instant began) {
    System.out.printf(
        "20 segments over %,d customers, %s: %.1f s%n",
        CUSTOMERS, what, Duration.between(began, Instant.now()).toMillis() / 1000.0);
  }

  private String mine(String statement) {
    return statement + " WHERE tenant_id = '" + tenant + "'";
  }

  private static long count(Statement statement, String table, String segment) throws SQLException {
    return number(
        statement, "SELECT count(*) FROM %s WHERE segment_id = '%s'".formatted(table, segment));
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String write(String path, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
