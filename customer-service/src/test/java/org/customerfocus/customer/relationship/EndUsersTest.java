package org.customerfocus.customer.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.customer.importing.Imports;
import org.junit.jupiter.api.Test;

/// Users of what an organisation is provided with are customers of the provider, however it becomes
/// known; and what is read of the organisation tells it by its version.
@QuarkusTest
@WithTestResource(Platform.class)
class EndUsersTest {

  private static final String FILE =
      """
      {"party":{"kind":"person","givenName":"Ada","externalRefs":[{"scheme":"erp","value":"1"}]},"memberships":[{"organization":{"scheme":"erp","value":"O"},"type":"user-of","validFrom":"2026-02-01"}]}
      {"party":{"kind":"person","givenName":"Bo","externalRefs":[{"scheme":"erp","value":"2"}]},"memberships":[{"organization":{"scheme":"erp","value":"O"},"type":"member-of"}]}
      """;

  private static final String PARTIES =
      "\"kind\": \"parties\", \"mapping\": {\"identity\": {\"scheme\": \"erp\"}}";

  private final String tenant = freshTenant();

  @Test
  void whoIsRecordedAsAUserBecomesACustomerOfEveryProvider() throws SQLException {
    String organization = organization("Harbour", null);
    String rival = organization("Rival", null);
    customer(organization, "");
    customer(organization, ", \"providerPartyId\": \"%s\", \"lifecycle\": \"potential\"", rival);
    String left = organization("Left", null);
    customer(
        organization,
        ", \"providerPartyId\": \"%s\", \"lifecycle\": \"former\", \"lifecycleReasonType\": \"price\"",
        left);
    String person = person("Ada");

    Response use = use(person, organization, ", \"validFrom\": \"2026-02-01\"");

    assertThat(use.statusCode()).isEqualTo(201);
    Response own = customersOf(person);
    assertThat(own.<List<String>>path("items.lifecycle"))
        .containsExactlyInAnyOrder("current", "potential");
    assertThat(own.<List<String>>path("items.providerPartyId"))
        .contains(rival)
        .doesNotContain(left);
    assertThat(own.<List<String>>path("items.validFrom")).containsOnly("2026-02-01");
    assertThat(own.<List<String>>path("items[0].roles.type")).containsExactly("end-user");
    assertThat(own.<List<String>>path("items[0].roles.validFrom")).containsExactly("2026-02-01");
    Response one = get("/v1/customers/" + own.path("items[0].id"));
    assertThat(one.<List<String>>path("lifecycleHistory.validFrom")).containsExactly("2026-02-01");
    assertThat(created(own.path("items.id"))).isEqualTo(2);

    String membership = use.path("id");
    assertThat(patch("/v1/memberships/" + membership, "*", "{\"validFrom\": null}").statusCode())
        .isEqualTo(200);
    assertThat(use(person, organization, ", \"validFrom\": \"2026-03-01\"").statusCode())
        .isEqualTo(201);
    assertThat(customersOf(person).<List<String>>path("items.id"))
        .containsExactlyElementsOf(own.path("items.id"));
  }

  @Test
  void noRelationshipFollowsFromAUseThatIsOverOrFromWorkingThere() {
    String organization = organization("Harbour", null);
    customer(organization, "");
    String former = person("Former");
    use(former, organization, ", \"validTo\": \"2020-01-01\"");
    String clerk = person("Clerk");
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"memberPartyId\": \"%s\", \"organizationPartyId\": \"%s\", \"type\": \"member-of\"}"
                .formatted(clerk, organization))
        .post("/v1/memberships")
        .then()
        .statusCode(201);

    assertThat(customersOf(former).<List<?>>path("items")).isEmpty();
    assertThat(customersOf(clerk).<List<?>>path("items")).isEmpty();

    String membership = get("/v1/memberships?filter=memberPartyId==" + clerk).path("items[0].id");
    patch("/v1/memberships/" + membership, "*", "{\"type\": \"user-of\"}");
    assertThat(customersOf(clerk).<List<?>>path("items")).hasSize(1);
  }

  @Test
  void whoIsACustomerAlreadyStaysAsRecorded() {
    String organization = organization("Harbour", null);
    customer(organization, "");
    String person = person("Ada");
    String own = customer(person, ", \"lifecycle\": \"potential\"").path("id");

    use(person, organization, "");

    assertThat(customersOf(person).<List<String>>path("items.id")).containsExactly(own);
    assertThat(customersOf(person).<String>path("items[0].lifecycle")).isEqualTo("potential");
  }

  @Test
  void theUsersOfAnOrganisationFollowWhenItBecomesACustomer() {
    String organization = organization("Harbour", null);
    String person = person("Ada");
    use(person, organization, "");
    assertThat(customersOf(person).<List<?>>path("items")).isEmpty();

    Response customer = customer(organization, "");

    String own = customersOf(person).path("items[0].id");
    assertThat(own).isNotNull();
    assertThat(customer.<String>path("people[0].customerId")).isEqualTo(own);
    assertThat(get("/v1/customers/" + customer.path("id")).header("ETag"))
        .isEqualTo(customer.header("ETag"));
  }

  @Test
  void usersFromAFileBecomeCustomersOnce() {
    String organization = organization("Harbour", "O");
    String customer = customer(organization, "").path("id");
    String etag = get("/v1/customers/" + customer).header("ETag");

    assertThat(Imports.run(tenant, PARTIES, Imports.NDJSON, FILE).<String>path("status"))
        .isEqualTo("completed");

    Response endUsers = get("/v1/customers?filter=role==end-user&expand=party");
    assertThat(endUsers.<List<String>>path("items.party.name")).containsExactly("Ada");
    assertThat(endUsers.<List<String>>path("items.validFrom")).containsExactly("2026-02-01");
    Response read =
        as(tenant, "customers:read").header("If-None-Match", etag).get("/v1/customers/" + customer);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.<List<String>>path("people.customerId"))
        .containsExactlyInAnyOrder(endUsers.<String>path("items[0].id"), null);

    Imports.run(tenant, PARTIES, Imports.NDJSON, FILE.replace("Bo", "Bob"));
    assertThat(get("/v1/customers?filter=role==end-user&total=true").<Integer>path("total"))
        .isEqualTo(1);
  }

  @Test
  void aNewRelationshipWithPeopleMakesTheOthersOfItsPartyOtherVersions() {
    String organization = organization("Harbour", null);
    Response first = customer(organization, "");
    String etag = first.header("ETag");
    String path = "/v1/customers/" + first.path("id");
    String rival = organization("Rival", null);

    Response second =
        customer(
            organization,
            """
            , "providerPartyId": "%s", "people": [{
                "party": {"kind": "person", "givenName": "Ada"},
                "memberships": [{"type": "user-of"}]}]""",
            rival);

    assertThat(second.statusCode()).as(second.asString()).isEqualTo(201);
    String change = "{\"validFrom\": \"2020-01-01\"}";
    assertThat(patch(path, etag, change).statusCode()).isEqualTo(412);
    Response now = get(path);
    assertThat(now.<List<?>>path("people")).hasSize(1);
    assertThat(patch(path, now.header("ETag"), change).statusCode()).isEqualTo(200);
    assertThat(
            patch("/v1/customers/" + second.path("id"), second.header("ETag"), change).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theRelationshipOfAPersonIsShownWithTheOrganisation() {
    Response customer =
        post(
            """
            {"party": {"kind": "organization", "name": "Harbour"}, "roles": [{"type": "payer"}],
             "people": [{"party": {"kind": "person", "givenName": "Ada"},
                         "memberships": [{"type": "member-of"}]}]}""");
    String path = "/v1/customers/" + customer.path("id");
    String etag = customer.header("ETag");

    String own = customer(customer.path("people[0].party.id"), "").path("id");

    Response shown = as(tenant, "customers:read").header("If-None-Match", etag).get(path);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.<String>path("people[0].customerId")).isEqualTo(own);

    as(tenant, "customers:write").header("If-Match", "*").delete("/v1/customers/" + own);
    Response without =
        as(tenant, "customers:read").header("If-None-Match", shown.header("ETag")).get(path);
    assertThat(without.statusCode()).isEqualTo(200);
    assertThat(without.<String>path("people[0].customerId")).isNull();
  }

  @Test
  void aFileThatNamesAMergedPartyIsToldWhereItWent() {
    String kept = organization("Kept", null);
    String gone = organization("Gone", null);
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"survivorId\": \"%s\", \"mergedId\": \"%s\"}".formatted(kept, gone))
        .post("/v1/merges")
        .then()
        .statusCode(201);
    String file =
        """
        {"party":{"kind":"person","givenName":"A"},"roles":[{"type":"payer"}],"providerPartyId":"%1$s"}
        {"party":{"kind":"person","givenName":"B"},"roles":[{"type":"payer"}],"lifecycle":"former","lifecycleReasonType":"switched","switchedToPartyId":"%1$s"}
        {"partyId":"%1$s","roles":[{"type":"payer"}]}
        {"party":{"kind":"person","givenName":"D"},"roles":[{"type":"payer"}],"memberships":[{"organizationPartyId":"%1$s","type":"user-of"}]}
        {"party":{"kind":"person","givenName":"E"},"roles":[{"type":"payer"}],"providerPartyId":"01890000-0000-7000-8000-000000000000"}
        """
            .formatted(gone);

    Response job =
        Imports.run(
            tenant,
            "\"kind\": \"customers\", \"onError\": \"skip-bad-rows\", \"mapping\": {}",
            Imports.NDJSON,
            file);

    Response refused =
        get(
            "/v1/customer-imports/%s/refused-rows?sort=rowNumber"
                .formatted(job.<String>path("id")));
    String led = "party %s has become part of %s".formatted(gone, kept);
    assertThat(refused.<List<List<String>>>path("items.errors.detail"))
        .as(refused.asString())
        .containsExactly(
            List.of(led),
            List.of(led),
            List.of(led),
            List.of(led),
            List.of("there is no party 01890000-0000-7000-8000-000000000000"));
    assertThat(refused.<List<List<String>>>path("items.errors.field"))
        .containsExactly(
            List.of("providerPartyId"),
            List.of("switchedToPartyId"),
            List.of("partyId"),
            List.of("memberships.0.organizationPartyId"),
            List.of("providerPartyId"));
  }

  /// How many events tell of the making of these customers.
  private static int created(List<String> customers) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        PreparedStatement select =
            owner.prepareStatement(
                """
                SELECT count(*) FROM outbox_event
                WHERE type = 'org.customerfocus.customer.created.v1'
                  AND resource_id = ANY (?::uuid[])""")) {
      select.setArray(1, owner.createArrayOf("text", customers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private Response use(String person, String organization, String more) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"memberPartyId\": \"%s\", \"organizationPartyId\": \"%s\", \"type\": \"user-of\"%s}"
                .formatted(person, organization, more))
        .post("/v1/memberships");
  }

  private String organization(String name, String ref) {
    String refs =
        ref == null
            ? ""
            : ", \"externalRefs\": [{\"scheme\": \"erp\", \"value\": \"%s\"}]".formatted(ref);
    return party("{\"kind\": \"organization\", \"name\": \"%s\"%s}".formatted(name, refs));
  }

  private String person(String name) {
    return party("{\"kind\": \"person\", \"givenName\": \"%s\"}".formatted(name));
  }

  private String party(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/parties")
        .path("id");
  }

  private Response customer(String party, String more, Object... values) {
    return post(
        "{\"partyId\": \"%s\", \"roles\": [{\"type\": \"payer\"}]%s}"
            .formatted(party, more.formatted(values)));
  }

  private Response post(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/customers");
  }

  private Response patch(String path, String etag, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(body)
        .patch(path);
  }

  private Response customersOf(String party) {
    return get("/v1/customers?filter=partyId==" + party);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
