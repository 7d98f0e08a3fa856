package org.customerfocus.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// One time line per customer, whatever the source.
@QuarkusTest
@WithTestResource(Platform.class)
class TimelineTest {

  private final String tenant = freshTenant();

  @Test
  void tellsWhatHappenedNewestFirstPageByPage() {
    String customer = customer();
    for (int minute = 10; minute < 35; minute++) {
      post(
              "/v1/interactions",
              """
              {"customerId": "%s", "channel": "chat", "direction": "inbound",
               "startedAt": "2026-03-02T08:%d:00Z", "summary": "%d"}"""
                  .formatted(customer, minute, minute))
          .then()
          .statusCode(201);
    }
    List<String> times = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      Response page = get("/v1/customers/" + customer + "/timeline?limit=7" + cursor);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      times.addAll(page.path("items.occurredAt"));
      ids.addAll(page.path("items.collect { it.id + it.event }"));
      cursor = page.path("nextCursor") == null ? "" : "&cursor=" + page.path("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(26);
    assertThat(times.getLast()).startsWith("2025-01-01T00:00:00");
  }

  @Test
  void keepsToTheAskedTypesAndToTheCustomer() {
    String customer = customer();
    String other = customer();
    Response all = get("/v1/customers/" + customer + "/timeline?type=role");
    assertThat(all.<List<String>>path("items.event")).containsExactly("ended", "began");
    assertThat(all.<List<String>>path("items.summary")).containsOnly("end-user");
    assertThat(get("/v1/customers/" + other + "/timeline?type=interaction").<List<?>>path("items"))
        .isEmpty();
    assertThat(get("/v1/customers/" + customer + "/timeline?type=gossip").statusCode())
        .isEqualTo(400);
    String cursor =
        get("/v1/customers/" + customer + "/timeline?type=role&limit=1").path("nextCursor");
    assertThat(
            get("/v1/customers/" + other + "/timeline?type=role&limit=1&cursor=" + cursor)
                .statusCode())
        .isEqualTo(400);
    assertThat(
            as(freshTenant(), "customers:read")
                .get("/v1/customers/" + customer + "/timeline")
                .statusCode())
        .isEqualTo(404);
  }

  /// Each source is found by an index that has the customer or its party first, however many rows
  /// other customers have.
  @Test
  void everySourceIsServedByItsIndex() throws SQLException {
    String query =
        TimelineRepository.query(EnumSet.allOf(TimelineType.class))
            .replace(":customer", "'0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43'::uuid")
            .replace(":until", "'2026-11-21T09:30:00Z'::timestamptz")
            .replace(":before", "'0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43'::uuid")
            .replace(":limit", "51");
    manyRowsOfOneTenant();
    List<String> plan = new ArrayList<>();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = 'explained'");
      statement.execute("SET enable_seqscan = off");
      try (ResultSet lines = statement.executeQuery("EXPLAIN " + query)) {
        while (lines.next()) {
          plan.add(lines.getString(1));
        }
      }
    }
    assertThat(plan).as(String.join("\n", plan)).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(plan.stream().filter(line -> line.contains("Index Cond")))
        .allMatch(line -> line.matches(".*(customer_id|party_id|\\bid\\b).*"))
        .hasSizeGreaterThanOrEqualTo(TimelineType.values().length);
  }

  // In a nearly empty table any index looks as good as the right one.
  private static void manyRowsOfOneTenant() throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          CREATE TEMP TABLE made AS
          SELECT uuidv7() AS party, uuidv7() AS customer FROM generate_series(1, 300);
          INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name)
          SELECT 'explained', party, 0, now(), now(), 'organization', 'Explained' FROM made;
          INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id, lifecycle,
                                provider_implied)
          SELECT 'explained', customer, 0, now(), now(), party, 'current', true FROM made;
          INSERT INTO customer_role (tenant_id, id, customer_id, type, valid_from, place)
          SELECT 'explained', uuidv7(), customer, 'payer', date '2026-01-01', n
          FROM made, generate_series(1, 10) n;
          INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from,
                                          valid_to, recorded_at)
          SELECT 'explained', uuidv7(), customer, 'current', date '2025-01-01' + n,
                 date '2025-01-01' + n + 1, now()
          FROM made, generate_series(1, 10) n;
          INSERT INTO purchase (tenant_id, id, version, created_at, updated_at, customer_id,
                                purchased_at, content_digest)
          SELECT 'explained', uuidv7(), 0, now(), now(), customer, now() - n * interval '1 day', ''
          FROM made, generate_series(1, 10) n;
          INSERT INTO referral (tenant_id, id, version, created_at, updated_at, from_customer_id,
                                to_customer_id, outcome, referred_at)
          SELECT 'explained', uuidv7(), 0, now(), now(), customer, customer, 'pending',
                 now() - n * interval '1 day'
          FROM made, generate_series(1, 10) n;
          DROP TABLE made;
          ANALYZE party, customer, customer_role, customer_lifecycle, purchase, referral""");
      for (String reference :
          new String[] {
            "interaction.customer_id", "consent.party_id", "segment_change.customer_id"
          }) {
        statement.execute(
            """
            SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', '%1$s',
                'attname', 'tenant_id', 'inherited', false, 'null_frac', 0::real,
                'avg_width', 36, 'n_distinct', 1::real),
              pg_restore_attribute_stats('schemaname', 'public', 'relname', '%1$s',
                'attname', '%2$s', 'inherited', false, 'null_frac', 0::real,
                'avg_width', 16, 'n_distinct', -0.1::real)"""
                .formatted(reference.split("\\.")[0], reference.split("\\.")[1]));
      }
    }
  }

  private String customer() {
    return post(
            "/v1/customers",
            """
            {"party": {"kind": "person", "givenName": "Ada", "familyName": "Okafor"},
             "roles": [{"type": "end-user", "validFrom": "2025-01-01", "validTo": "2025-06-01"}]}""")
        .path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
