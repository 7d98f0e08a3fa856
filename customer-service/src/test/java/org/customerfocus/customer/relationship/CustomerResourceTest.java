package org.customerfocus.customer.relationship;

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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CustomerResourceTest {

  private final String tenant = freshTenant();

  @Test
  void registersAnOrganisationWithItsPeopleInOneCall() {
    Response created =
        post(
            """
            {
              "party": {"kind": "organization", "name": "North Pier Shipping"},
              "roles": [{"type": "purchaser"}, {"type": "payer", "validFrom": "2026-01-01"}],
              "compensation": [{"kind": "money", "description": "Monthly fee."}],
              "people": [{
                "party": {"kind": "person", "givenName": "Ada", "familyName": "Okafor"},
                "memberships": [{"type": "user-of", "validFrom": "2026-02-01"}],
                "signingAuthority": {
                  "scope": "service agreements",
                  "limit": {"amount": "50000", "currency": "EUR"}
                }
              }]
            }""");
    assertThat(created.statusCode()).isEqualTo(201);
    String organization = created.path("partyId");
    String person = created.path("people[0].party.id");
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "partyId": "%1$s",
          "party": {"id": "%1$s", "kind": "organization", "name": "North Pier Shipping"},
          "internal": false,
          "lifecycle": "current",
          "allowedLifecycles": ["former"],
          "roles": [{"type": "purchaser"}, {"type": "payer", "validFrom": "2026-01-01"}],
          "offeringIds": [],
          "compensation": [{"kind": "money", "description": "Monthly fee."}],
          "externalRefs": [],
          "people": [{
            "party": {"id": "%2$s", "kind": "person", "name": "Ada Okafor"},
            "memberships": [{
              "id": "${uuid}",
              "memberPartyId": "%2$s",
              "organizationPartyId": "%1$s",
              "type": "user-of",
              "validFrom": "2026-02-01",
              "createdAt": "${instant}",
              "updatedAt": "${instant}"
            }],
            "signingAuthorities": [{
              "id": "${uuid}",
              "personPartyId": "%2$s",
              "organizationPartyId": "%1$s",
              "scope": "service agreements",
              "limit": {"amount": "50000.00", "currency": "EUR"},
              "createdAt": "${instant}",
              "updatedAt": "${instant}"
            }],
            "customerId": "${uuid}"
          }],
          "lifecycleHistory": [{"lifecycle": "current", "recordedAt": "${instant}"}],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(organization, person));
    assertThat(get("/v1/customers/" + created.path("id")).asString()).isEqualTo(created.asString());

    Response endUsers = get("/v1/customers?filter=role==end-user&total=true");
    assertThat(endUsers.<Integer>path("total")).isEqualTo(1);
    assertThat(endUsers.<String>path("items[0].partyId")).isEqualTo(person);
  }

  @Test
  void nothingStaysWhenOnePersonIsWrong() {
    Response refused =
        post(
            """
            {
              "party": {"kind": "organization", "name": "Half Done"},
              "roles": [{"type": "purchaser"}],
              "people": [
                {"party": {"kind": "person", "givenName": "Good"}, "memberships": [{"type": "member-of"}]},
                {"party": {"kind": "person"}, "memberships": [{"type": "member-of"}]}
              ]
            }""");
    Json.assertBody(
        refused,
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/customers",
          "requestId": "${text}",
          "errors": [{
            "pointer": "/people/1/party/familyName",
            "detail": "a person needs givenName or familyName"
          }]
        }""");
    Json.assertBody(get("/v1/parties?total=true"), "{\"items\": [], \"total\": 0}");
  }

  @Test
  void aPartyIsOneCustomerOfAProvider() {
    String party = post(person("Eva")).path("partyId");
    Response again =
        post("{\"partyId\": \"%s\", \"roles\": [{\"type\": \"payer\"}]}".formatted(party));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("detail")).contains("is a customer of that provider already");

    assertThat(
            as(tenant, "customers:write")
                .header("If-Match", "*")
                .delete("/v1/parties/" + party)
                .<String>path("detail"))
        .isEqualTo("It is still referred to by: customer.");
  }

  @Test
  void ofManyChangesToOneVersionOneWins() throws Exception {
    String id = post(person("Contended")).path("id");
    try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
      List<Callable<Integer>> patches =
          IntStream.range(0, 64)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          as(tenant, "customers:write")
                              .contentType("application/merge-patch+json")
                              .header("If-Match", "\"0\"")
                              .body("{\"lifecycleReason\": \"Reason %d\"}".formatted(i))
                              .patch("/v1/customers/" + id)
                              .statusCode())
              .toList();
      List<Integer> statuses =
          threads.invokeAll(patches).stream().map(CustomerResourceTest::result).toList();
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 412).hasSize(63);
    }
    assertThat(get("/v1/customers/" + id).header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswer() {
    Response first = keyed("k-1", person("Once"));
    Response second = keyed("k-1", person("Once"));
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(get("/v1/customers?total=true").<Integer>path("total")).isEqualTo(1);

    Response other = keyed("k-1", person("Other"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("type")).isEqualTo("/problems/idempotency-key-reused");
  }

  @Test
  void aStoredAnswerCannotBeReadFromTheDatabase() throws SQLException {
    assertThat(keyed("k-2", person("Quenoldia")).statusCode()).isEqualTo(201);
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT count(*), count(*) FILTER (WHERE position('Quenoldia'::bytea IN body) > 0)
                FROM idempotent_answer WHERE tenant_id = '%s'"""
                    .formatted(tenant))) {
      found.next();
      assertThat(found.getInt(1)).isEqualTo(1);
      assertThat(found.getInt(2)).isZero();
    }
  }

  @Test
  void aCustomerIsAnotherVersionOnceItsPeopleOrItsNameChange() {
    Response created =
        post(
            """
            {"party": {"kind": "organization", "name": "Before"}, "roles": [{"type": "payer"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "member-of"}]}]}""");
    String path = "/v1/customers/" + created.path("id");
    String etag = created.header("ETag");
    etag = changed(path, etag, "/v1/parties/" + created.path("partyId"), "{\"name\": \"After\"}");
    etag =
        changed(
            path,
            etag,
            "/v1/parties/" + created.path("people[0].party.id"),
            "{\"givenName\": \"Eda\"}");
    changed(
        path,
        etag,
        "/v1/memberships/" + created.path("people[0].memberships[0].id"),
        "{\"validTo\": \"2027-01-01\"}");
  }

  /// Patches a part and demands that a client who knows the customer's ETag is told the new
  /// picture.
  private String changed(String customer, String etag, String part, String patch) {
    as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(patch)
        .patch(part)
        .then()
        .statusCode(200);
    Response read = as(tenant, "customers:read").header("If-None-Match", etag).get(customer);
    assertThat(read.statusCode()).isEqualTo(200);
    return read.header("ETag");
  }

  @Test
  void pagesNeitherRepeatNorSkip() {
    List<String> ids =
        IntStream.range(0, 7).mapToObj(i -> post(person("P" + i)).<String>path("id")).toList();
    Response page = get("/v1/customers?limit=3&sort=-createdAt");
    List<String> seen = new java.util.ArrayList<>(page.<List<String>>path("items.id"));
    while (page.path("nextCursor") != null) {
      page = get("/v1/customers?limit=3&sort=-createdAt&cursor=" + page.path("nextCursor"));
      seen.addAll(page.path("items.id"));
    }
    assertThat(seen).containsExactlyElementsOf(ids.reversed());
  }

  @Test
  void aCursorContinuesItsOwnListAlone() {
    post(person("A"));
    post(person("B"));
    String cursor = get("/v1/customers?limit=1").path("nextCursor");
    Response changed = get("/v1/customers?limit=1&filter=lifecycle==current&cursor=" + cursor);
    assertThat(changed.statusCode()).isEqualTo(400);
    assertThat(changed.<String>path("type")).isEqualTo("/problems/invalid-cursor");
  }

  private Response post(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/customers");
  }

  private Response keyed(String key, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/customers");
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }

  private static String person(String name) {
    return """
        {"party": {"kind": "person", "givenName": "%s"}, "roles": [{"type": "end-user"}]}"""
        .formatted(name);
  }

  private static int result(Future<Integer> status) {
    try {
      return status.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
