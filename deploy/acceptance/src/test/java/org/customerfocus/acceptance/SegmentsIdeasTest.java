package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that segments stand for.
@ExtendWith(Running.class)
class SegmentsIdeasTest {

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  @Test
  void segmentsAndMarketsAndWhatEachRequires() {
    String commuter = customer("person", "Rosa", "end-user");
    String airline = customer("organization", "Pelican Air", "payer");
    String users = byRole("Those who use it", "end-user");
    String payers = byRole("Those who pay", "payer");
    awaitMembers(users, commuter);
    awaitMembers(payers, airline);

    ObjectNode requirement =
        Api.object()
            .put("statement", "Through security in ten minutes")
            .put("kind", "key-driver")
            .put("voice", "spoken");
    requirement.putArray("importances").addObject().put("segmentId", users).put("importance", 9);
    String required = api.post("/v1/requirements", requirement).expect(201).id();

    JsonNode importance =
        api.get("/v1/requirements/" + required).expect(200).json().at("/importances/0");
    assertThat(importance.path("segmentId").asText()).isEqualTo(users);
    assertThat(
            api.get("/v1/customers/" + commuter + "/segments")
                .expect(200)
                .json()
                .at("/items/0/segmentId")
                .asText())
        .isEqualTo(users);
    assertThat(api.get("/v1/segments/" + users + "/uses").expect(200).text()).contains(required);

    Answer refused = api.send(Request.of("DELETE", "/v1/segments/" + users).with("If-Match", "*"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("detail").asText()).contains(required);
    api.send(Request.of("DELETE", "/v1/segments/" + payers).with("If-Match", "*")).expect(204);
  }

  @Test
  void membersEnterAndLeaveExactlyOnce() {
    String rosa = customer("person", "Rosa", "end-user");
    String users = byRole("Those who use it", "end-user");
    awaitMembers(users, rosa);
    ObjectNode patch = Api.object();
    patch.putArray("roles").addObject().put("type", "advertiser");
    api.send(Request.patch("/v1/customers/" + rosa, patch).with("If-Match", "*")).expect(200);
    awaitMembers(users);

    JsonNode changes = api.get("/v1/segments/" + users + "/changes").expect(200).json();
    assertThat(changes.findValuesAsText("change")).containsExactly("entered", "left");
    assertThat(changes.findValuesAsText("customerId")).containsExactly(rosa, rosa);
    Answer refused =
        api.send(
            Request.of("PUT", "/v1/segments/%s/members/%s".formatted(users, rosa))
                .with("If-Match", "*"));
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void customersByTheOrganisationThatTheyBelongTo() {
    ObjectNode firm = Api.object();
    firm.putObject("party").put("kind", "organization").put("name", "Pelican Air");
    firm.putArray("roles").addObject().put("type", "payer");
    ObjectNode person = firm.putArray("people").addObject();
    person.putObject("party").put("kind", "person").put("givenName", "Tom");
    person.putArray("memberships").addObject().put("type", "user-of");
    String tom =
        api.post("/v1/customers", firm).expect(201).json().at("/people/0/customerId").asText();

    ObjectNode preview = Api.object();
    rule(preview, "organization.name", "begins-with", "Pelican");
    JsonNode shown = api.post("/v1/segment-previews", preview).expect(200).json();
    assertThat(shown.path("count").asLong()).isEqualTo(1);
    assertThat(shown.at("/members/0/customerId").asText()).isEqualTo(tom);
    JsonNode filtered =
        api.get("/v1/customers?filter=" + Api.encode("organization.name==Pelican*"))
            .expect(200)
            .json();
    assertThat(filtered.at("/items/0/id").asText()).isEqualTo(tom);
    JsonNode people =
        api.get("/v1/parties?filter=" + Api.encode("organization.name==Pelican*;kind==person"))
            .expect(200)
            .json();
    assertThat(people.findValuesAsText("name")).containsExactly("Tom");

    ObjectNode unknown = Api.object();
    rule(unknown, "organization.colour", "=", "red");
    Answer refused = api.post("/v1/segment-previews", unknown).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/rule/rules/0/field");
  }

  private String customer(String kind, String name, String role) {
    ObjectNode customer = Api.object();
    customer
        .putObject("party")
        .put("kind", kind)
        .put(kind.equals("person") ? "givenName" : "name", name);
    customer.putArray("roles").addObject().put("type", role);
    return api.post("/v1/customers", customer).expect(201).id();
  }

  private String byRole(String name, String role) {
    ObjectNode segment = Api.object().put("name", name).put("kind", "rule");
    rule(segment, "role", "=", role);
    return api.post("/v1/segments", segment).expect(201).id();
  }

  private static void rule(ObjectNode request, String field, String operator, String value) {
    request
        .putObject("rule")
        .put("combinator", "and")
        .putArray("rules")
        .addObject()
        .put("field", field)
        .put("operator", operator)
        .put("value", value);
  }

  private void awaitMembers(String segment, String... customers) {
    Eventually.json(
        api,
        "/v1/segments/" + segment + "/members",
        page -> page.findValuesAsText("customerId").equals(List.of(customers)));
  }
}
