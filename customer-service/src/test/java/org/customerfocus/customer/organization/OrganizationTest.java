package org.customerfocus.customer.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Organisations with their units, their people and those who may sign for them.
@QuarkusTest
@WithTestResource(Platform.class)
class OrganizationTest {

  private final String tenant = freshTenant();

  @Test
  void oneCallRegistersAnOrganisationWithUnitsAndPeople() {
    Response created =
        post(
            "/v1/organizations",
            """
            {"party": {"kind": "organization", "name": "Port"},
             "units": [{
               "party": {"kind": "organization", "name": "Harbour Office"},
               "units": [{"party": {"kind": "organization", "name": "Pilots"},
                          "validFrom": "2024-01-01"}],
               "people": [
                 {"party": {"kind": "person", "givenName": "Eva"},
                  "memberships": [{"type": "member-of"}, {"type": "user-of"}]}]}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "member-of"}],
                         "signingAuthority": {"scope": "any"}}]}""");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String port = created.path("partyId");
    assertThat(created.header("Location")).isEqualTo("/v1/parties/" + port);
    String office = created.path("units[1].party.id");
    String pilots = created.path("units[2].party.id");
    Json.assertBody(
        get("/v1/parties/" + port + "/structure?asOf=2023-01-01"),
        """
        {"partyId": "%1$s", "asOf": "2023-01-01", "complete": true, "above": [], "units": [
          {"party": {"id": "%1$s", "kind": "organization", "name": "Port"}, "distance": 0,
           "members": 1, "users": 0},
          {"party": {"id": "%2$s", "kind": "organization", "name": "Harbour Office"},
           "partOfPartyId": "%1$s", "distance": 1, "members": 1, "users": 1}]}"""
            .formatted(port, office));
    Response now = get("/v1/parties/" + pilots + "/structure");
    assertThat(now.<List<String>>path("above.party.name"))
        .containsExactly("Harbour Office", "Port");
    Response cut = get("/v1/parties/" + port + "/structure?depth=1");
    assertThat(cut.<Boolean>path("complete")).isFalse();
    assertThat(cut.<List<String>>path("units.party.name"))
        .containsExactly("Port", "Harbour Office");
    assertThat(get("/v1/customers?total=true").<Integer>path("total")).isZero();
    assertThat(get("/v1/parties/" + port + "/signatories").<List<String>>path("items.name"))
        .containsExactly("Ada");
  }

  @Test
  void nothingStaysOfAnOrganisationWithOneWrongUnit() {
    Response refused =
        post(
            "/v1/organizations",
            """
            {"party": {"kind": "organization", "name": "Port"}, "units": [
              {"party": {"kind": "organization", "name": "Good"}},
              {"party": {"kind": "organization", "name": "Deep"}, "units": [
                {"party": {"kind": "person", "givenName": "No unit"}}]}]}""");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/units/1/units/0/type");
    assertThat(get("/v1/parties?total=true").<Integer>path("total")).isZero();
  }

  @Test
  void noOrganisationIsOnAnyDayAPartOfItsOwnPart() {
    String a = organization("A");
    String b = organization("B");
    String c = organization("C");
    partOf(b, a, "2020-01-01", "2022-01-01", 201);
    String later = partOf(c, b, null, null, 201).path("id");
    assertThat(partOf(a, c, "2021-12-31", null, 409).<String>path("type"))
        .isEqualTo("/problems/conflict");
    // On no day are all three in a circle.
    partOf(a, c, "2022-01-01", null, 201);
    Response patched =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"type\": \"member-of\"}")
            .patch("/v1/memberships/" + later);
    assertThat(patched.statusCode()).isEqualTo(200);
    partOf(b, a, "2023-01-01", null, 201);
    Response back =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"type\": \"part-of\"}")
            .patch("/v1/memberships/" + later);
    assertThat(back.statusCode()).isEqualTo(409);
  }

  @Test
  void noCircleClosesBetweenTwoWhoDoNotSeeEachOther() throws Exception {
    for (int round = 0; round < 6; round++) {
      List<String> ring = IntStream.range(0, 4).mapToObj(i -> organization("R" + i)).toList();
      try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
        List<Callable<Integer>> calls =
            IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(
                    i -> () -> part(ring.get(i), ring.get((i + 1) % 4), null, null).statusCode())
                .toList();
        List<Integer> statuses = new java.util.ArrayList<>();
        for (Future<Integer> status : threads.invokeAll(calls)) {
          statuses.add(status.get());
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 201, 201, 409);
      }
    }
  }

  @Test
  void whoMaySignDependsOnDayScopeAmountAndCurrency() {
    String port = organization("Port");
    String ada = person("Ada");
    String eva = person("Eva");
    authority(
        ada, port, "agreements", "{\"amount\": \"500\", \"currency\": \"EUR\"}", "2024-01-01");
    authority(ada, port, "purchases", null, "2024-01-01");
    authority(eva, port, "any", "{\"amount\": \"1000\", \"currency\": \"USD\"}", "2025-01-01");
    assertThat(signatories(port, "asOf=2023-12-31")).isEmpty();
    assertThat(signatories(port, "asOf=2024-01-01")).containsExactly("Ada");
    assertThat(signatories(port, "asOf=2026-01-01")).containsExactly("Ada", "Eva");
    assertThat(signatories(port, "asOf=2026-01-01&scope=purchases")).containsExactly("Ada", "Eva");
    assertThat(signatories(port, "asOf=2024-06-01&scope=Agreements")).isEmpty();
    String agreements = "asOf=2026-01-01&scope=agreements&";
    assertThat(signatories(port, agreements + "amount=500.00&currency=EUR")).containsExactly("Ada");
    assertThat(signatories(port, agreements + "amount=500.01&currency=EUR")).isEmpty();
    assertThat(signatories(port, agreements + "amount=1000&currency=USD")).containsExactly("Eva");
    assertThat(signatories(port, agreements + "amount=1&currency=SEK")).isEmpty();
    assertThat(signatories(port, "asOf=2026-01-01&amount=9999999&currency=SEK"))
        .containsExactly("Ada");
    assertThat(signatories(port, "asOf=2026-01-01&filter=id==" + eva)).containsExactly("Eva");
    Response one =
        get("/v1/parties/" + port + "/signatories?" + agreements + "amount=9&currency=EUR");
    assertThat(one.<List<String>>path("items[0].authorities.scope")).containsExactly("agreements");
    get("/v1/parties/" + port + "/signatories?amount=9").then().statusCode(400);
    get("/v1/parties/" + port + "/signatories?amount=-9&currency=EUR").then().statusCode(400);
    get("/v1/parties/" + organization("Other") + "/signatories").then().statusCode(200);
    assertThat(signatories(ada, "amount=9&currency=EUR")).containsExactly("Ada");
    assertThat(get("/v1/parties/" + ada + "/signatories").<Boolean>path("items[0].self")).isTrue();
    get("/v1/parties/0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43/signatories").then().statusCode(404);
  }

  private List<String> signatories(String party, String query) {
    Response answer = get("/v1/parties/" + party + "/signatories?sort=name&" + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("items.name");
  }

  private void authority(
      String person, String organization, String scope, String limit, String from) {
    post(
            "/v1/signing-authorities",
            """
            {"personPartyId": "%s", "organizationPartyId": "%s", "scope": "%s", "validFrom": "%s" %s}"""
                .formatted(
                    person,
                    organization,
                    scope,
                    from,
                    limit == null ? "" : ", \"limit\": " + limit))
        .then()
        .statusCode(201);
  }

  private Response partOf(String unit, String organization, String from, String to, int status) {
    Response answer = part(unit, organization, from, to);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer;
  }

  private Response part(String unit, String organization, String from, String to) {
    return post(
        "/v1/memberships",
        "{\"memberPartyId\": \"%s\", \"organizationPartyId\": \"%s\", \"type\": \"part-of\" %s %s}"
            .formatted(
                unit,
                organization,
                from == null ? "" : ", \"validFrom\": \"%s\"".formatted(from),
                to == null ? "" : ", \"validTo\": \"%s\"".formatted(to)));
  }

  private String organization(String name) {
    return post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name))
        .path("id");
  }

  private String person(String name) {
    return post("/v1/parties", "{\"kind\": \"person\", \"givenName\": \"%s\"}".formatted(name))
        .path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
