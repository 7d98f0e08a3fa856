package org.customerfocus.customer.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
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
import java.time.Duration;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class DuplicateResourceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String tenant = freshTenant();

  @Test
  void findsAPairAsSoonAsItIsRegisteredAndExplainsIt() {
    String left = person("Katharina", "de Vries", "1990-04-12");
    String right = person("Katarina", "de Vreis", "1990-04-12");

    Response list = awaitPairs(1);

    assertThat(list.<String>path("items[0].leftPartyId")).isEqualTo(left);
    assertThat(list.<String>path("items[0].rightPartyId")).isEqualTo(right);
    assertThat(list.<String>path("items[0].certainty")).isEqualTo("certain");
    assertThat(list.<List<String>>path("items[0].fields.field"))
        .contains("given-name", "family-name", "birth-date", "email", "street", "postal-code");
    assertThat(list.<String>path("items[0].fields.find { it.field == 'birth-date' }.level"))
        .isEqualTo("exact");
    String id = list.path("items[0].id");
    Response one = as(tenant, "customers:read").get("/v1/duplicates/" + id);
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(list("probability=gt=0.99")).hasSize(1);
    assertThat(list("certainty==possible")).isEmpty();
  }

  @Test
  void aRejectedPairComesBackOnlyWhenItHasChanged() {
    person("Katharina", "de Vries", "1990-04-12");
    String right = person("Katarina", "de Vreis", "1990-04-12");
    String id = awaitPairs(1).path("items[0].id");
    Response rejected = judge(id, "rejected");
    assertThat(rejected.statusCode()).isEqualTo(200);
    assertThat(rejected.<List<String>>path("allowedStatuses")).containsExactly("open", "confirmed");

    Response scan = scanned();
    assertThat(scan.<Integer>path("partyCount")).isEqualTo(2);
    assertThat(scan.<Integer>path("foundCount")).isEqualTo(1);
    assertThat(list("status==open")).isEmpty();

    change(right, "{\"familyName\": \"de Vries\"}");
    await().atMost(PATIENCE).until(() -> list("status==open").size() == 1);
  }

  @Test
  void twoPartiesWithNothingInCommonAreNoPair() {
    person("Ravi", "Patel", "1975-11-30");
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"kind": "person", "givenName": "Maria", "familyName": "Costa", "birthDate": "1982-03-09",
             "contactPoints": [{"type": "email", "value": "k@example.org"}]}""")
        .post("/v1/parties");

    assertThat(scanned().<Integer>path("partyCount")).isEqualTo(2);
    assertThat(list("status==open")).isEmpty();
  }

  @Test
  void nothingThatIsComparedOutlivesItsParty() throws Exception {
    String party = person("Katharina", "de Vries", "1990-04-12");
    scanned();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      assertThat(rows(statement, "match_key", party)).isGreaterThan(3);
      statement.execute("DELETE FROM party WHERE id = '%s'".formatted(party));
      for (String table : List.of("match_key", "match_profile", "match_change")) {
        assertThat(rows(statement, table, party)).as(table).isZero();
      }
    }
  }

  private static int rows(Statement statement, String table, String party) throws SQLException {
    try (ResultSet count =
        statement.executeQuery(
            "SELECT count(*) FROM %s WHERE party_id = '%s'".formatted(table, party))) {
      count.next();
      return count.getInt(1);
    }
  }

  @Test
  void refusesAJudgementThatIsNone() {
    person("Katharina", "de Vries", "1990-04-12");
    person("Katarina", "de Vreis", "1990-04-12");
    String id = awaitPairs(1).path("items[0].id");

    assertThat(judge(id, "perhaps").statusCode()).isEqualTo(400);
    Response foreign = as(freshTenant(), "customers:read").get("/v1/duplicates/" + id);
    Json.assertBody(
        foreign,
        """
        {
          "type": "/problems/not-found",
          "title": "There is no such resource",
          "status": 404,
          "detail": "There is no duplicate %s.",
          "instance": "/v1/duplicates/%s",
          "requestId": "${text}"
        }"""
            .formatted(id, id));
  }

  private String person(String given, String family, String birthDate) {
    Response created =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"kind": "person", "givenName": "%s", "familyName": "%s", "birthDate": "%s",
                 "contactPoints": [{"type": "email", "value": "k@example.org"}],
                 "postalAddresses": [{"lines": ["Lindenweg 12"], "postalCode": "3511 AB",
                                      "locality": "Utrecht", "country": "NL"}]}"""
                    .formatted(given, family, birthDate))
            .post("/v1/parties");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  private void change(String party, String patch) {
    Response changed =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(patch)
            .patch("/v1/parties/" + party);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
  }

  private Response judge(String pair, String status) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"status\": \"" + status + "\"}")
        .patch("/v1/duplicates/" + pair);
  }

  private List<Object> list(String filter) {
    return as(tenant, "customers:read")
        .queryParam("filter", filter)
        .get("/v1/duplicates")
        .path("items");
  }

  private Response awaitPairs(int count) {
    await().atMost(PATIENCE).until(() -> list("status==open").size() == count);
    return as(tenant, "customers:read").get("/v1/duplicates");
  }

  private Response scanned() {
    Response created = as(tenant, "customers:write").post("/v1/duplicate-scans");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String at = created.header("Location");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of("completed", "failed")
                    .contains(as(tenant, "customers:read").get(at).<String>path("status")));
    Response done = as(tenant, "customers:read").get(at);
    assertThat(done.<String>path("status")).isEqualTo("completed");
    return done;
  }
}
