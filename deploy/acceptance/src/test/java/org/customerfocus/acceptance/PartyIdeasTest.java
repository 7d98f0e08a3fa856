package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that parties stand for.
@ExtendWith(Running.class)
class PartyIdeasTest {

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  @Test
  void individualsOrEntities() {
    ObjectNode shop = customer("organization");
    ((ObjectNode) shop.path("party")).put("name", "Okafor Repairs");
    ObjectNode owner = shop.putArray("people").addObject();
    owner.putObject("party").put("kind", "person").put("givenName", "Ada");
    owner.putArray("memberships").addObject().put("type", "user-of");
    JsonNode made = api.post("/v1/customers", shop).expect(201).json();

    // A one-person organisation is customer and only user: two parties, two relationships.
    assertThat(items("/v1/parties", "kind==person")).hasSize(1);
    assertThat(items("/v1/parties", "kind==organization")).hasSize(1);
    assertThat(items("/v1/customers", "role==end-user"))
        .extracting(each -> each.path("id").asText())
        .containsExactly(made.at("/people/0/customerId").asText());

    ObjectNode neither = Api.object().put("kind", "person").put("name", "Okafor Repairs");
    assertThat(pointers(api.post("/v1/parties", neither).expect(422)))
        .containsExactly("/name", "/familyName");
  }

  @Test
  void namesOverTime() {
    ObjectNode firm = customer("organization");
    ((ObjectNode) firm.path("party")).put("name", "Bay Pelican Airlines");
    JsonNode customer = api.post("/v1/customers", firm).expect(201).json();
    String party = "/v1/parties/" + customer.path("partyId").asText();
    String before = api.get(party).expect(200).json().path("updatedAt").asText();
    patch(party, Api.object().put("name", "Pelican Air"));

    assertThat(
            api.get("/v1/customers/" + customer.path("id").asText())
                .expect(200)
                .json()
                .at("/party/name")
                .asText())
        .isEqualTo("Pelican Air");
    assertThat(api.get(party + "?knownAt=" + before).expect(200).json().path("name").asText())
        .isEqualTo("Bay Pelican Airlines");
    assertThat(api.get(party + "?asOf=2020-01-01").expect(200).json().path("name").asText())
        .isEqualTo("Bay Pelican Airlines");
    assertThat(
            api.get("/v1/parties?name=" + Api.encode("bay pelican airline"))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText())
        .isEqualTo(customer.path("partyId").asText());
    assertThat(api.get(party + "/history?total=true").expect(200).json().path("total").asInt())
        .isEqualTo(2);
    api.get(party + "?knownAt=2000-01-01T00:00:00Z").expect(404);
  }

  @Test
  void customersFoundByWhateverContactTheyGive() {
    ObjectNode person = customer("person");
    ObjectNode party = (ObjectNode) person.path("party");
    party.put("givenName", "Maya").put("familyName", "Lindqvist");
    ObjectNode phone = party.putArray("contactPoints").addObject();
    phone.put("type", "phone").put("value", "020 123 4567").put("region", "NL");
    party
        .withArray("contactPoints")
        .addObject()
        .put("type", "email")
        .put("value", "Maya@Bay.example");
    JsonNode customer = api.post("/v1/customers", person).expect(201).json();

    for (String contact : List.of("+31 (0)20 1234567", "0031201234567", " maya@BAY.example ")) {
      JsonNode found =
          api.get("/v1/parties?contactRegion=NL&contact=" + Api.encode(contact))
              .expect(200)
              .json()
              .path("items");
      assertThat(found).as(contact).hasSize(1);
      assertThat(items("/v1/customers", "partyId==" + found.at("/0/id").asText()))
          .extracting(each -> each.path("id").asText())
          .containsExactly(customer.path("id").asText());
    }
    api.get("/v1/parties?contact=" + Api.encode("020 123 4567")).expect(400);
  }

  @Test
  void whatATenantRecordsOfItsCustomers() {
    ObjectNode definition =
        Api.object()
            .put("target", "party")
            .put("code", "tier")
            .put("type", "choice")
            .put("label", "Tier");
    definition.putArray("options").addObject().put("value", "gold");
    String defined = api.post("/v1/attribute-definitions", definition).expect(201).id();
    ObjectNode person = customer("person");
    ((ObjectNode) person.path("party")).put("givenName", "Maya");
    ((ObjectNode) person.path("party")).putObject("attributes").put("tier", "gold");
    String customer = api.post("/v1/customers", person).expect(201).id();
    assertThat(items("/v1/customers", "party.attribute.tier==gold"))
        .extracting(each -> each.path("id").asText())
        .containsExactly(customer);

    ((ObjectNode) person.path("party")).putObject("attributes").put("tier", "bronze");
    assertThat(pointers(api.post("/v1/customers", person).expect(422)))
        .containsExactly("/party/attributes/tier");
    api.send(Request.of("DELETE", "/v1/attribute-definitions/" + defined).with("If-Match", "*"))
        .expect(409);
  }

  @Test
  void oneRecordHoweverManySystemsKnowIt() {
    ObjectNode party = Api.object().put("kind", "organization").put("name", "Pelican Air");
    Request put = Request.of("PUT", "/v1/parties/by-ref/crm/AIR-001").json(party);
    String id = api.send(put).expect(201).id();
    ObjectNode erp = party.deepCopy();
    erp.putArray("externalRefs").addObject().put("scheme", "erp").put("value", "77");
    assertThat(api.send(put.json(erp)).expect(200).id()).isEqualTo(id);
    assertThat(api.get("/v1/parties/by-ref/erp/77").expect(200).id()).isEqualTo(id);
    assertThat(items("/v1/parties", "name==\"Pelican Air\"")).hasSize(1);
    assertThat(api.post("/v1/parties", erp).expect(409).json().path("detail").asText())
        .contains(id);
  }

  private static ObjectNode customer(String kind) {
    ObjectNode customer = Api.object();
    customer.putObject("party").put("kind", kind);
    customer.putArray("roles").addObject().put("type", "purchaser");
    return customer;
  }

  private List<JsonNode> items(String path, String filter) {
    List<JsonNode> items = new ArrayList<>();
    api.get(path + "?filter=" + Api.encode(filter))
        .expect(200)
        .json()
        .path("items")
        .forEach(items::add);
    return items;
  }

  private void patch(String path, ObjectNode change) {
    api.send(Request.patch(path, change).with("If-Match", "*")).expect(200);
  }

  private static List<String> pointers(Answer refused) {
    return refused.json().path("errors").findValuesAsText("pointer");
  }
}
