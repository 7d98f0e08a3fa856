package org.customerfocus.customer.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class AudienceResourceTest {

  private final String tenant = freshTenant();

  @Test
  void customersAreReachedThroughTheirPeople() {
    Response firm =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "organization", "name": "North Pier"},
             "roles": [{"type": "payer"}],
             "people": [
               {"party": {"kind": "person", "givenName": "Ada"},
                "memberships": [{"type": "user-of"}]},
               {"party": {"kind": "person", "givenName": "Bo"},
                "memberships": [{"type": "member-of"}],
                "signingAuthority": {"scope": "any"}}]}""");
    String pier = firm.path("id");
    String organization = firm.path("partyId");
    String person = customer("{\"kind\": \"person\", \"givenName\": \"Cy\"}", "payer");
    String list = post("/v1/segments", "{\"name\": \"Pilot\", \"kind\": \"list\"}").path("id");
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"customerIds\": [\"%s\"]}".formatted(pier))
        .post("/v1/segments/" + list + "/members")
        .then()
        .statusCode(200);

    Response users = ask("\"through\": \"users\", \"roles\": [\"payer\"]");
    assertThat(users.<List<String>>path("items.partyId"))
        .containsExactlyInAnyOrder(
            firm.path("people.find { it.party.name == 'Ada' }.party.id"), partyOf(person));
    String user = "items.find { it.throughCustomerId == '%s' }.".formatted(pier);
    assertThat(users.<List<String>>path(user + "roles")).containsExactly("end-user");
    assertThat(users.<String>path(user + "organizationPartyId")).isEqualTo(organization);
    assertThat(users.<List<String>>path(user + "segmentIds")).containsExactly(list);

    String segment = "\"segmentIds\": [\"%s\"]".formatted(list);
    assertThat(ask("\"through\": \"self\", " + segment).<List<String>>path("items.partyId"))
        .containsExactly(organization);
    for (String through : List.of("signatories", "contacts")) {
      Response page = ask("\"through\": \"%s\", %s".formatted(through, segment));
      assertThat(page.<List<String>>path("items.partyId"))
          .containsExactly(firm.<String>path("people.find { it.party.name == 'Bo' }.party.id"));
      assertThat(page.<String>path("items[0].customerId")).isEqualTo(pier);
    }
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedAndOthersSeeNothing() {
    String one = customer("{\"kind\": \"person\", \"givenName\": \"One\"}", "payer");
    String two = customer("{\"kind\": \"person\", \"givenName\": \"Two\"}", "payer");

    Response first = ask("\"through\": \"self\"", 1);
    Response second =
        ask(
            "\"through\": \"self\", \"afterCustomerId\": \"%s\", \"afterPartyId\": \"%s\""
                .formatted(one, first.<String>path("items[0].partyId")),
            1);

    assertThat(first.<List<String>>path("items.customerId")).containsExactly(one);
    assertThat(second.<List<String>>path("items.customerId")).containsExactly(two);
    assertThat(
            as(tenant, "customers:read")
                .contentType(ContentType.JSON)
                .body("{\"through\": \"self\", \"limit\": 1}")
                .post("/internal/audience-pages")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            as(freshTenant(), "audience:read")
                .contentType(ContentType.JSON)
                .body("{\"through\": \"self\", \"limit\": 10}")
                .post("/internal/audience-pages")
                .<List<String>>path("items"))
        .isEmpty();
  }

  @Test
  void oneCustomerIsAskedForOnlyWithinTheAudience() {
    String one = customer("{\"kind\": \"person\", \"givenName\": \"One\"}", "payer");
    String two = customer("{\"kind\": \"person\", \"givenName\": \"Two\"}", "payer");
    String others =
        post(
                "/v1/customers",
                "{\"party\": {\"kind\": \"person\", \"givenName\": \"Three\"},"
                    + " \"roles\": [{\"type\": \"payer\"}], \"providerPartyId\": \"%s\"}"
                        .formatted(partyOf(two)))
            .path("id");

    assertThat(within("", two)).containsExactly(two);
    assertThat(within("\"customerIds\": [\"%s\"], ".formatted(one), two)).isEmpty();
    assertThat(within("\"roles\": [\"end-user\"], ", two)).isEmpty();
    assertThat(within("", others)).isEmpty();
  }

  private List<String> within(String audience, String customer) {
    return ask("%s\"through\": \"self\", \"withinCustomerId\": \"%s\""
            .formatted(audience, customer))
        .path("items.customerId");
  }

  private String customer(String party, String role) {
    return post(
            "/v1/customers",
            "{\"party\": %s, \"roles\": [{\"type\": \"%s\"}]}".formatted(party, role))
        .path("id");
  }

  private String partyOf(String customer) {
    return as(tenant, "customers:read").get("/v1/customers/" + customer).path("partyId");
  }

  private Response post(String path, String body) {
    Response created =
        as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created;
  }

  private Response ask(String question) {
    return ask(question, 100);
  }

  private Response ask(String question, int limit) {
    Response page =
        as(tenant, "audience:read")
            .contentType(ContentType.JSON)
            .body("{%s, \"limit\": %d}".formatted(question, limit))
            .post("/internal/audience-pages");
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page;
  }
}
