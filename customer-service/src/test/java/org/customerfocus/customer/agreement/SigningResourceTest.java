package org.customerfocus.customer.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SigningResourceTest {

  private final String tenant = freshTenant();

  @Test
  void anAuthorityHasAScopeALimitAndDays() {
    Response firm =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "North Pier"}, "roles": [{"type": "payer"}],
             "people": [
               {"party": {"kind": "person", "givenName": "Ada"},
                "memberships": [{"type": "member-of"}],
                "signingAuthority": {"scope": "service agreements", "validFrom": "2026-01-01",
                  "limit": {"amount": "1000.00", "currency": "EUR"}}},
               {"party": {"kind": "person", "givenName": "Bo"},
                "memberships": [{"type": "user-of"}]}]}""");
    String customer = "\"customerId\": \"%s\"".formatted(firm.<String>path("id"));
    String ada = person(firm, "Ada");

    Response yes = check(ada, customer, "1000.00", "2026-01-01");
    assertThat(yes.<Boolean>path("authorized")).isTrue();
    assertThat(yes.<String>path("basis")).isEqualTo("authority");
    assertThat(yes.<String>path("partyId")).isEqualTo(firm.<String>path("partyId"));
    assertThat(yes.<String>path("authority.scope")).isEqualTo("service agreements");

    Response no = check(ada, customer, "1000.01", "2025-12-31");
    assertThat(no.<Boolean>path("authorized")).isFalse();
    assertThat(no.<List<String>>path("missing"))
        .satisfiesExactly(
            day -> assertThat(day).contains("does not hold on 2025-12-31"),
            limit -> assertThat(limit).contains("ends at 1000.00 EUR", "worth 1000.01 EUR"));
    assertThat(check(person(firm, "Bo"), customer, "1.00", "2026-01-01").<String>path("missing[0]"))
        .contains("has no signing authority");
    assertThat(
            check("01a0b7c4-0000-7000-8000-00000000c0de", customer, "1.00", "2026-01-01")
                .<String>path("missing[0]"))
        .contains("There is no person");
  }

  @Test
  void whoIsAllThereIsSignsForItself() {
    Response shop =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "Okafor Repairs"},
             "roles": [{"type": "payer"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "user-of"}]}]}""");
    String customer = "\"customerId\": \"%s\"".formatted(shop.<String>path("id"));
    String ada = person(shop, "Ada");
    assertThat(check(ada, customer, "9.00", "2026-01-01").<String>path("basis"))
        .isEqualTo("only-person");

    String party = "\"partyId\": \"%s\"".formatted(ada);
    assertThat(check(ada, party, "9.00", "2026-01-01").<String>path("basis")).isEqualTo("self");
    post(
        "/v1/signing-authorities",
        """
        {"personPartyId": "%s", "organizationPartyId": "%s", "scope": "purchases"}"""
            .formatted(ada, shop.<String>path("partyId")));
    assertThat(check(ada, customer, "9.00", "2026-01-01").<String>path("missing[0]"))
        .contains("is for the scope \"purchases\", not for \"service agreements\"");
  }

  @Test
  void promisesAnswerRequirementsOfTheCustomerAndItsSegments() {
    String customer = customer("Ada");
    String other = customer("Bo");
    String list = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"customerIds\": [\"%s\"]}".formatted(customer))
        .post("/v1/segments/" + list + "/members")
        .then()
        .statusCode(200);
    String own = requirement("customerId", customer);
    String shared = requirement("segmentId", list);
    String foreign = requirement("customerId", other);

    Response answer =
        as(tenant, "promises:check")
            .contentType(ContentType.JSON)
            .body(
                """
                {"customerId": "%s", "providerPartyId": "%s", "coveredUserIds": ["%s"],
                 "requirementIds": ["%s", "%s", "%s"],
                 "offeringIds": ["01a0b7c4-0000-7000-8000-00000000c0de"]}"""
                    .formatted(customer, customer, other, own, shared, foreign))
            .post("/internal/promise-checks");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.<Boolean>path("customer")).isTrue();
    assertThat(answer.<Boolean>path("provider")).isFalse();
    assertThat(answer.<List<String>>path("coveredUserIds")).containsExactly(other);
    assertThat(answer.<List<String>>path("requirementIds")).containsExactlyInAnyOrder(own, shared);
    assertThat(answer.<List<String>>path("offeringIds")).isEmpty();
  }

  @Test
  void nobodyIsPromisedAnythingByItselfOrInTheNameOfAnother() {
    String customer = customer("Ada");
    String ada = as(tenant, "customers:read").get("/v1/customers/" + customer).path("partyId");
    String bo = as(tenant, "customers:read").get("/v1/customers/" + customer("Bo")).path("partyId");
    String question =
        """
        {"customerId": "%s", "providerPartyId": "%s", "customerPartyId": %s, "coveredUserIds": [],
         "requirementIds": [], "offeringIds": []}""";
    String answer =
        """
        {"customer": true, "provider": true, "customerParty": %s, "itself": %s,
         "coveredUserIds": [], "requirementIds": [], "offeringIds": []}""";

    Json.assertBody(
        promise(question.formatted(customer, bo, "null")), answer.formatted(true, false));
    Json.assertBody(
        promise(question.formatted(customer, bo, '"' + bo + '"')), answer.formatted(false, false));
    Json.assertBody(
        promise(question.formatted(customer, ada, '"' + ada + '"')), answer.formatted(true, true));
  }

  private Response promise(String question) {
    return as(tenant, "promises:check")
        .contentType(ContentType.JSON)
        .body(question)
        .post("/internal/promise-checks");
  }

  private String requirement(String whose, String id) {
    return post(
            "/v1/requirements",
            """
            {"statement": "Be on time", "kind": "requirement", "voice": "spoken",
             "importances": [{"%s": "%s", "importance": 9}]}"""
                .formatted(whose, id))
        .path("id");
  }

  private String customer(String name) {
    return post(
            "/v1/customers",
            """
            {"party": {"kind": "person", "givenName": "%s"}, "roles": [{"type": "payer"}]}"""
                .formatted(name))
        .path("id");
  }

  private static String person(Response firm, String name) {
    return firm.path("people.find { it.party.name == '%s' }.party.id".formatted(name));
  }

  private Response check(String person, String whom, String amount, String on) {
    Response answer =
        as(tenant, "signatures:check")
            .contentType(ContentType.JSON)
            .body(
                """
                {"personPartyId": "%s", %s, "scope": "service agreements", "unbounded": false,
                 "amounts": [{"amount": "%s", "currency": "EUR"}], "on": "%s"}"""
                    .formatted(person, whom, amount, on))
            .post("/internal/signing-checks");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }

  private Response post(String path, String body) {
    Response made =
        as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }
}
