package org.customerfocus.customer.relationship;

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
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Whose customer somebody is: the tenant's own organisation, or another provider.
@QuarkusTest
@WithTestResource(Platform.class)
class OwnOrganizationTest {

  private final String tenant = freshTenant();

  @Test
  void noProviderAndTheOwnOrganisationAreOneAndTheSame() {
    Json.assertBody(get("/v1/own-organization"), "{}");
    String port = organization("The Port");
    String ada = organization("Ada Ltd");
    String customer = customer(ada, null).path("id");
    assertThat(get("/v1/customers/" + customer).<Object>path("providerPartyId")).isNull();

    Response named = name(port, "\"0\"");
    Json.assertBody(
        named,
        """
        {"partyId": "%1$s", "party": {"id": "%1$s", "kind": "organization", "name": "The Port"}}"""
            .formatted(port));
    assertThat(get("/v1/customers/" + customer).<String>path("providerPartyId")).isEqualTo(port);
    assertThat(customer(ada, port).statusCode()).isEqualTo(409);
    assertThat(customer(ada, null).statusCode()).isEqualTo(409);
    assertThat(customer(port, null).statusCode()).isEqualTo(422);
    assertThat(get("/v1/customers?expand=provider").<String>path("items[0].provider.name"))
        .isEqualTo("The Port");
  }

  @Test
  void anotherOwnOrganisationTakesOnlyWhatNamesNoProvider() {
    String first = organization("First");
    String second = organization("Second");
    String implied = customer(organization("Implied"), null).path("id");
    String explicit = customer(organization("Explicit"), first).path("id");
    String etag = name(first, "*").header("ETag");
    assertThat(name(second, "\"0\"").statusCode()).isEqualTo(412);
    assertThat(name(second, etag).statusCode()).isEqualTo(200);
    assertThat(get("/v1/customers/" + implied).<String>path("providerPartyId")).isEqualTo(second);
    assertThat(get("/v1/customers/" + explicit).<String>path("providerPartyId")).isEqualTo(first);
    assertThat(
            get("/v1/customers?filter=providerPartyId!=" + second).<List<String>>path("items.id"))
        .containsExactly(explicit);
  }

  @Test
  void twoRelationshipsThatWouldBecomeOneRefuseTheName() {
    String port = organization("The Port");
    String ada = organization("Ada Ltd");
    customer(ada, null);
    customer(ada, port);
    Response refused = name(port, "*");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("detail")).contains(ada);
    Json.assertBody(get("/v1/own-organization"), "{}");
  }

  @Test
  void aPersonIsNoOwnOrganisation() {
    String person =
        post("/v1/parties", "{\"kind\": \"person\", \"givenName\": \"Ada\"}").path("id");
    assertThat(name(person, "*").statusCode()).isEqualTo(422);
  }

  @Test
  void whileItIsNamedNobodyBecomesItsCustomerTwice() throws Exception {
    for (int round = 0; round < 8; round++) {
      String provider = organization("Provider " + round);
      String party = organization("Party " + round);
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        List<Callable<Response>> calls =
            List.of(
                () -> name(provider, "*"),
                () -> customer(party, null),
                () -> customer(party, provider));
        for (Future<Response> answer : threads.invokeAll(calls)) {
          assertThat(answer.get().statusCode()).isIn(200, 201, 409);
        }
      }
      if (get("/v1/own-organization").path("partyId") == null) {
        continue;
      }
      String own = get("/v1/own-organization").path("partyId");
      List<Object> providers =
          get("/v1/customers?filter=partyId==" + party).path("items.providerPartyId");
      assertThat(providers).doesNotHaveDuplicates().doesNotContainNull();
      assertThat(own).isNotBlank();
    }
  }

  @Test
  void internalCustomersBelongToOneRoot() {
    String port = organization("The Port");
    String harbour = organization("Harbour Office");
    String office = organization("Pilot Office");
    member(harbour, port, "part-of", "2020-01-01");
    member(office, harbour, "part-of", "2022-01-01");
    name(port, "*");
    String pilots = customer(office, null).path("id");
    String stranger = customer(organization("Stranger"), null).path("id");
    assertThat(get("/v1/customers/" + pilots).<Boolean>path("internal")).isTrue();
    assertThat(get("/v1/customers/" + stranger).<Boolean>path("internal")).isFalse();
    assertThat(get("/v1/customers/" + pilots + "?asOf=2021-01-01").<Boolean>path("internal"))
        .isFalse();
  }

  @Test
  void roleTypesAreDataAndExtensible() {
    String ada = organization("Ada Ltd");
    String body = "{\"partyId\": \"%s\", \"roles\": [{\"type\": \"season-guest\"}]}".formatted(ada);
    Response unknown = post("/v1/customers", body);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/roles/0/type");
    String type = "{\"code\": \"season-guest\", \"name\": \"Season guest\"}";
    assertThat(post("/v1/role-types", type).statusCode()).isEqualTo(201);
    assertThat(post("/v1/role-types", type).statusCode()).isEqualTo(409);
    assertThat(post("/v1/customers", body).statusCode()).isEqualTo(201);
    assertThat(get("/v1/role-types").<List<String>>path("items.code"))
        .startsWith("end-user", "purchaser", "payer")
        .endsWith("season-guest");
    assertThat(delete("/v1/role-types/season-guest").<String>path("type"))
        .isEqualTo("/problems/in-use");
    assertThat(delete("/v1/role-types/payer").statusCode()).isEqualTo(409);
    assertThat(get("/v1/role-types/payer").<Boolean>path("standard")).isTrue();
    get("/v1/role-types/nobody").then().statusCode(404);
  }

  @Test
  void compensationIsMoneyOrAnythingElseOfValue() {
    String roles = "\"roles\": [{\"type\": \"free-user\"}]";
    Response created =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "person", "givenName": "Ada"}, %s, "compensation": [
              {"kind": "money", "amount": {"amount": "12.5", "currency": "EUR"}, "per": "P1M"},
              {"kind": "attention", "description": "Looks at the screens."}]}"""
                .formatted(roles));
    Json.assertSame(
        Json.parse(created.asString()).path("compensation").toString(),
        """
        [{"kind": "money", "amount": {"amount": "12.50", "currency": "EUR"}, "per": "P1M"},
         {"kind": "attention", "description": "Looks at the screens."}]""");
    for (String wrong :
        List.of(
            "{\"kind\": \"data\"}",
            "{\"kind\": \"data\", \"amount\": {\"amount\": \"1\", \"currency\": \"EUR\"}}",
            "{\"kind\": \"money\", \"description\": \"Fee.\", \"per\": \"P1M\"}",
            "{\"kind\": \"money\", \"amount\": {\"amount\": \"-1\", \"currency\": \"EUR\"}}",
            "{\"kind\": \"money\", \"amount\": {\"amount\": \"1\", \"currency\": \"EUR\"},"
                + " \"per\": \"P\"}")) {
      Response refused =
          post(
              "/v1/customers",
              "{\"party\": {\"kind\": \"person\", \"givenName\": \"Ada\"}, %s, \"compensation\": [%s]}"
                  .formatted(roles, wrong));
      assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void oneRoleIsHeldOnceAtATimeForOneOffering() {
    String offering =
        post("/v1/offerings", "{\"name\": \"Berth\", \"kind\": \"service\"}").path("id");
    String body =
        """
        {"party": {"kind": "person", "givenName": "Ada"}, "roles": [
          {"type": "payer", "validTo": "2024-01-01"}, {"type": "payer", "validFrom": "%s"},
          {"type": "payer", "offeringId": "%s"}]}""";
    assertThat(post("/v1/customers", body.formatted("2023-01-01", offering)).statusCode())
        .isEqualTo(422);
    Response created = post("/v1/customers", body.formatted("2024-01-01", offering));
    assertThat(created.statusCode()).isEqualTo(201);
    String absent = "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
    Response unknown = post("/v1/customers", body.formatted("2024-01-01", absent));
    assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/roles/2/offeringId");
    assertThat(
            get("/v1/customers?asOf=2023-01-01&filter=roleOfferingId==" + offering)
                .<List<String>>path("items[0].roles.type"))
        .containsExactly("payer", "payer");
  }

  @Test
  void aKeyElsewhereMeansOneCustomer() throws Exception {
    String ada = organization("Ada Ltd");
    String body = "{\"partyId\": \"%s\", \"roles\": [{\"type\": \"payer\"}]}".formatted(ada);
    String path = "/v1/customers/by-ref/billing/C-1042";
    get(path).then().statusCode(404);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> calls =
          java.util.Collections.nCopies(8, () -> put(path, body).statusCode());
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        statuses.add(status.get());
      }
      assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
    }
    assertThat(get(path).header("ETag")).isEqualTo("\"0\"");
    Response replaced = put(path, body.replace("payer", "agent"));
    assertThat(replaced.<List<String>>path("roles.type")).containsExactly("agent");
    assertThat(replaced.<String>path("externalRefs[0].value")).isEqualTo("C-1042");
    assertThat(get(path).asString()).isEqualTo(replaced.asString());
    assertThat(put(path, body.replace(ada, organization("Other"))).statusCode()).isEqualTo(409);
    assertThat(put(path, "{\"roles\": [{\"type\": \"payer\"}]}").statusCode()).isEqualTo(422);
    Response refused =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .header("If-None-Match", "*")
            .body(body)
            .put(path);
    assertThat(refused.statusCode()).isEqualTo(412);
  }

  private Response put(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).put(path);
  }

  private Response customer(String party, String provider) {
    return post(
        "/v1/customers",
        "{\"partyId\": \"%s\", %s \"roles\": [{\"type\": \"payer\"}]}"
            .formatted(
                party, provider == null ? "" : "\"providerPartyId\": \"%s\",".formatted(provider)));
  }

  private void member(String member, String organization, String type, String from) {
    post(
            "/v1/memberships",
            """
            {"memberPartyId": "%s", "organizationPartyId": "%s", "type": "%s", "validFrom": "%s"}"""
                .formatted(member, organization, type, from))
        .then()
        .statusCode(201);
  }

  private Response name(String party, String ifMatch) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .header("If-Match", ifMatch)
        .body("{\"partyId\": \"%s\"}".formatted(party))
        .put("/v1/own-organization");
  }

  private String organization(String name) {
    return post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name))
        .path("id");
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response delete(String path) {
    return as(tenant, "customers:write").header("If-Match", "*").delete(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
