package org.customerfocus.customer.privacy;

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
import java.util.UUID;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// An erasure takes from the journal and the stored answers what names the party, and finds it
/// without reading what does not.
@QuarkusTest
@WithTestResource(Platform.class)
class ErasureFindsByIndexTest {

  private final String tenant = freshTenant();

  @Test
  void answersAndDetailsOfOthersStay() throws SQLException {
    String kept = UUID.randomUUID().toString();
    String gone = UUID.randomUUID().toString();
    String stranger = person("Stranger", kept).path("id");
    String party = person("Ada", gone).path("id");
    post(
            "/v1/customers",
            "{\"partyId\": \"%s\", \"roles\": [{\"type\": \"end-user\"}]}".formatted(party),
            UUID.randomUUID().toString())
        .then()
        .statusCode(201);
    assertThat(count("idempotent_answer")).isEqualTo(3);
    long details = count("audit_detail");

    erase(party);

    assertThat(count("idempotent_answer")).isEqualTo(1);
    assertThat(person("Stranger", kept).<String>path("id")).isEqualTo(stranger);
    // Those of the party and of its relationship are gone; the request itself names the party.
    assertThat(count("audit_detail")).isEqualTo(details - 2);
    assertThat(
            value(
                """
                SELECT count(*) FROM audit_detail d
                JOIN audit_entry e ON e.tenant_id = d.tenant_id AND e.id = d.audit_id
                WHERE e.tenant_id = '%s' AND e.resource_id = '%s'"""
                    .formatted(tenant, stranger)))
        .isEqualTo("1");
    // The key of an answer that is gone stands for a new request.
    assertThat(person("Ada", gone).<String>path("id")).isNotEqualTo(party);
  }

  @Test
  void anAnswerThatNamesNobodyGoesWithAnyErasure() throws SQLException {
    person("Stranger", UUID.randomUUID().toString());
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          "UPDATE idempotent_answer SET named = NULL WHERE tenant_id = '%s'".formatted(tenant));
    }
    erase(person("Ada", UUID.randomUUID().toString()).path("id"));
    assertThat(count("idempotent_answer")).isZero();
  }

  @Test
  void aLargeJournalIsNotRead() throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.executeUpdate(
          """
          WITH entry AS (
            INSERT INTO audit_entry (tenant_id, recorded_at, subject, verb, resource_type,
                                     resource_id, resource_version)
            SELECT '%1$s', now(), 's', 'updated', 'type-' || n %% 20, gen_random_uuid(), 0
            FROM generate_series(1, 20000) n RETURNING id)
          INSERT INTO audit_detail (tenant_id, audit_id, detail)
          SELECT '%1$s', id, jsonb_build_object('partyId', gen_random_uuid()) FROM entry"""
              .formatted(tenant));
      statement.execute("ANALYZE audit_entry, audit_detail, idempotent_answer");
      String id = "ARRAY['%s']::uuid[]".formatted(UUID.randomUUID());
      assertThat(
              plan(
                  statement,
                  "SELECT 1 FROM audit_detail WHERE tenant_id = '%s'".formatted(tenant)
                      + " AND named_ids(detail::text) && "
                      + id))
          .contains("Bitmap Index Scan on audit_detail_named")
          .doesNotContain("Seq Scan");
      assertThat(
              plan(
                  statement,
                  "SELECT 1 FROM audit_entry WHERE tenant_id = '%s' AND resource_id = ANY (%s)"
                      .formatted(tenant, id)))
          .contains("audit_entry_of_resource", "resource_id")
          .doesNotContain("Seq Scan", "Filter");
      owner.rollback();
    }
  }

  private static String plan(Statement statement, String query) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (ResultSet lines = statement.executeQuery("EXPLAIN " + query)) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  private long count(String table) throws SQLException {
    return Long.parseLong(
        value("SELECT count(*) FROM %s WHERE tenant_id = '%s'".formatted(table, tenant)));
  }

  private static String value(String query) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private Response person(String name, String key) {
    return post(
        "/v1/parties", "{\"kind\": \"person\", \"givenName\": \"%s\"}".formatted(name), key);
  }

  private void erase(String party) {
    Response erased =
        as(tenant, "privacy:write")
            .contentType(ContentType.JSON)
            .body(
                "{\"kind\": \"erasure\", \"partyId\": \"%s\", \"status\": \"in-progress\"}"
                    .formatted(party))
            .post("/v1/privacy-requests");
    assertThat(erased.statusCode()).as(erased.asString()).isEqualTo(201);
  }

  private Response post(String path, String body, String key) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(path);
  }
}
