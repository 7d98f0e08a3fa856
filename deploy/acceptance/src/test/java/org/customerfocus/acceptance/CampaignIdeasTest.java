package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that campaigns stand for.
@ExtendWith(Running.class)
class CampaignIdeasTest {

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  /// One call starts it: a template, the users of customer organisations, a segment.
  @Test
  void endUsersAreAskedThemselvesThroughTheirOrganisation() {
    JsonNode firm = firm("Pelican Air", "Tom");
    JsonNode other = firm("Heron Rail", "Ann");
    String segment = segment(firm.path("id").asText());
    ObjectNode request = campaign("users");
    request.withObject("/audience").putArray("segmentIds").add(segment);

    String campaign = api.post("/v1/campaigns", request).expect(201).id();
    settled(campaign);

    JsonNode ledger = invitations(campaign);
    assertThat(ledger.findValuesAsText("partyId"))
        .containsExactly(firm.at("/people/0/party/id").asText())
        .doesNotContain(other.at("/people/0/party/id").asText());
    JsonNode as = ledger.at("/0/attributes");
    assertThat(as.at("/roles/0").asText()).isEqualTo("end-user");
    assertThat(as.path("organizationPartyId").asText()).isEqualTo(firm.path("partyId").asText());
    assertThat(as.at("/segmentIds/0").asText()).isEqualTo(segment);
    Eventually.json(
        api,
        "/v1/segments/" + segment + "/uses",
        uses -> uses.findValuesAsText("resourceId").contains(campaign));
    api.send(Request.of("DELETE", "/v1/segments/" + segment).with("If-Match", "*")).expect(409);
    api.send(
            Request.patch("/v1/campaigns/" + campaign, Api.object().put("status", "finished"))
                .with("If-Match", "*"))
        .expect(200);
    Eventually.json(api, "/v1/segments/" + segment + "/uses", uses -> uses.path("items").isEmpty());
  }

  @Test
  void thoseWhoObjectOrWereJustAskedAreLeftInPeaceAndItIsSaidWhy() {
    JsonNode rosa = person("Rosa");
    JsonNode tom = person("Tom");
    JsonNode ann = person("Ann");
    ObjectNode objection =
        Api.object()
            .put("partyId", rosa.path("partyId").asText())
            .put("purpose", "surveys")
            .put("channel", "any")
            .put("legalBasis", "legitimate-interests")
            .put("status", "objected");
    api.post("/v1/consents", objection).expect(201);
    String first = start(campaign("self", tom));
    ObjectNode rule =
        Api.object().put("name", "Once a month").put("maxContacts", 1).put("days", 30);
    String ruleId = api.post("/v1/contact-rules", rule).expect(201).id();

    String second = start(campaign("self", rosa, tom, ann));

    assertThat(invitations(first).findValuesAsText("customerId"))
        .containsExactly(tom.path("id").asText());
    assertThat(invitations(second).findValuesAsText("customerId"))
        .containsExactly(ann.path("id").asText());
    JsonNode excluded =
        api.get("/v1/campaigns/%s/exclusions?sort=reason".formatted(second)).expect(200).json();
    assertThat(excluded.findValuesAsText("reason"))
        .containsExactly("consent-refused", "contacted-recently");
    assertThat(excluded.findValuesAsText("customerId"))
        .containsExactly(rosa.path("id").asText(), tom.path("id").asText());
    assertThat(excluded.at("/items/1/contactRuleId").asText()).isEqualTo(ruleId);
    ObjectNode nobody = campaign("self");
    nobody.remove("audience");
    Answer refused = api.post("/v1/campaigns", nobody).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/audience");
  }

  /// Whom the sample did not fall on, whoever objected and whoever was invited make up the whole.
  @Test
  void everybodyIsInvitedOrItIsSaidWhyNot() {
    JsonNode[] people = new JsonNode[7];
    for (int i = 0; i < people.length; i++) {
      people[i] = person("P" + i);
    }
    for (String channel : List.of("email", "web")) {
      ObjectNode objection =
          Api.object()
              .put("partyId", people[3].path("partyId").asText())
              .put("purpose", "surveys")
              .put("channel", channel)
              .put("legalBasis", "legitimate-interests")
              .put("status", "objected");
      api.post("/v1/consents", objection).expect(201);
    }
    ObjectNode request = campaign("self", people);
    // Whoever may not be asked is replaced by the next one drawn: six of seven can be reached.
    request.putObject("sample").put("size", 6).put("seed", 5);

    String id = start(request);

    JsonNode campaign = api.get("/v1/campaigns/" + id).expect(200).json();
    JsonNode excluded =
        api.get("/v1/campaigns/%s/exclusions".formatted(id)).expect(200).json().path("items");
    assertThat(campaign.path("population").asInt()).isEqualTo(people.length);
    assertThat(campaign.at("/counts/offered").asInt()).isEqualTo(6);
    assertThat(campaign.at("/counts/offered").asInt() + excluded.size()).isEqualTo(people.length);
    assertThat(excluded.findValuesAsText("reason")).isSubsetOf("consent-refused", "not-drawn");
    Set<String> everybody = new HashSet<>(invitations(id).findValuesAsText("partyId"));
    everybody.addAll(excluded.findValuesAsText("partyId"));
    assertThat(everybody).hasSize(people.length);
    assertThat(invitations(id).findValuesAsText("partyId"))
        .doesNotContain(people[3].path("partyId").asText());
    api.get("/v1/campaigns/%s/exclusions".formatted(UUID.randomUUID())).expect(404);
  }

  @Test
  void contactRulesHoldOverAllChannelsAndCampaigns() {
    JsonNode rosa = person("Rosa");
    ObjectNode byMail = campaign("self", rosa);
    byMail.putArray("channels").add("email");
    String first = start(byMail);
    ObjectNode rule =
        Api.object()
            .put("name", "End users once a quarter")
            .put("maxContacts", 1)
            .put("days", 90)
            .put("role", "end-user");
    String ruleId = api.post("/v1/contact-rules", rule).expect(201).id();

    String second = start(campaign("self", rosa));

    assertThat(invitations(first).at("/0/channel").asText()).isEqualTo("email");
    JsonNode excluded = api.get("/v1/campaigns/%s/exclusions".formatted(second)).expect(200).json();
    assertThat(excluded.at("/items/0/reason").asText()).isEqualTo("contacted-recently");
    assertThat(excluded.at("/items/0/contactRuleId").asText()).isEqualTo(ruleId);
    api.post("/v1/contact-rules", rule.put("days", 0)).expect(422);
    api.send(Request.of("DELETE", "/v1/contact-rules/" + ruleId).with("If-Match", "*")).expect(204);
    assertThat(invitations(start(campaign("self", rosa)))).hasSize(1);
  }

  @Test
  void anOpenCampaignHearsWhoeverHasItsLinkUntilItEnds() {
    ObjectNode request =
        Api.object().put("name", "Poster").put("templateId", "nps").put("status", "scheduled");
    request.putArray("channels").add("open-link");
    String campaign = start(request);
    String links = "/v1/survey-links?filter=" + Api.encode("campaignId==" + campaign);
    String link = api.get(links).expect(200).json().at("/items/0/path").asText();
    Visitor visitor = new Visitor("nl");

    Answer page = visitor.send(visitor.open(link).expect(200));
    Answer end = visitor.send(page, "q:recommend", "!too-early");

    assertThat(end.text()).contains("<html lang=\"nl\"", "Dank u wel!");
    JsonNode responses =
        api.get("/v1/responses?filter=" + Api.encode("campaignId==" + campaign))
            .expect(200)
            .json()
            .path("items");
    assertThat(responses.findValuesAsText("status")).containsExactly("completed");
    api.send(
            Request.patch("/v1/campaigns/" + campaign, Api.object().put("status", "finished"))
                .with("If-Match", "*"))
        .expect(200);
    Eventually.json(api, links, now -> now.at("/items/0/status").asText().equals("closed"));
    assertThat(visitor.open(link).status()).isEqualTo(410);
  }

  @Test
  void theSameSeedDrawsTheSamePeopleAgain() {
    JsonNode[] people = new JsonNode[9];
    for (int i = 0; i < people.length; i++) {
      people[i] = person("P" + i);
    }
    Set<String> first = drawn(people, 4, 11);

    assertThat(first).hasSize(4);
    assertThat(drawn(people, 4, 11)).isEqualTo(first);
    assertThat(drawn(people, 6, 11)).hasSize(6).containsAll(first);
  }

  private Set<String> drawn(JsonNode[] people, int size, long seed) {
    ObjectNode request = campaign("self", people);
    request.putObject("sample").put("size", size).put("seed", seed);
    return new HashSet<>(invitations(start(request)).findValuesAsText("partyId"));
  }

  @Test
  void anInteractionAtATouchpointAsksAboutIt() {
    JsonNode rosa = person("Rosa");
    ObjectNode touchpoint = Api.object().put("name", "Help desk").put("channel", "phone");
    String desk = api.post("/v1/touchpoints", touchpoint).expect(201).id();
    ObjectNode request = campaign("self");
    request.putObject("trigger").putArray("touchpointIds").add(desk);
    String campaign = api.post("/v1/campaigns", request).expect(201).id();
    Eventually.json(
        api, "/v1/campaigns/" + campaign, now -> now.path("status").asText().equals("running"));

    ObjectNode call =
        Api.object()
            .put("customerId", rosa.path("id").asText())
            .put("touchpointId", desk)
            .put("direction", "inbound")
            .put("startedAt", "2026-03-01T10:00:00Z");
    String interaction = api.post("/v1/interactions", call).expect(201).id();

    Eventually.json(
        api, "/v1/campaigns/" + campaign, now -> now.at("/counts/offered").asInt() == 1);
    JsonNode ledger = invitations(campaign);
    assertThat(ledger.at("/0/occasionId").asText()).isEqualTo(interaction);
    assertThat(ledger.at("/0/customerId").asText()).isEqualTo(rosa.path("id").asText());
    request.putObject("sample").put("size", 3);
    Answer refused = api.post("/v1/campaigns", request).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/sample");
  }

  private ObjectNode campaign(String through, JsonNode... customers) {
    ObjectNode campaign =
        Api.object().put("name", "Autumn").put("templateId", "nps").put("status", "scheduled");
    campaign.putArray("channels").add("personal-link");
    ObjectNode audience = campaign.putObject("audience").put("through", through);
    if (customers.length > 0) {
      ArrayNode ids = audience.putArray("customerIds");
      List.of(customers).forEach(each -> ids.add(each.path("id").asText()));
    }
    return campaign;
  }

  private String start(ObjectNode campaign) {
    String id = api.post("/v1/campaigns", campaign).expect(201).id();
    settled(id);
    return id;
  }

  private void settled(String campaign) {
    Eventually.json(
        api, "/v1/campaigns/" + campaign, now -> now.path("phase").asText().equals("settled"));
  }

  private JsonNode invitations(String campaign) {
    return api.get("/v1/invitations?filter=" + Api.encode("campaignId==" + campaign))
        .expect(200)
        .json()
        .path("items");
  }

  private JsonNode person(String name) {
    ObjectNode customer = Api.object();
    customer.putObject("party").put("kind", "person").put("givenName", name);
    customer.putArray("roles").addObject().put("type", "end-user");
    return api.post("/v1/customers", customer).expect(201).json();
  }

  private JsonNode firm(String name, String user) {
    ObjectNode firm = Api.object();
    firm.putObject("party").put("kind", "organization").put("name", name);
    firm.putArray("roles").addObject().put("type", "payer");
    ObjectNode person = firm.putArray("people").addObject();
    person.putObject("party").put("kind", "person").put("givenName", user);
    person.putArray("memberships").addObject().put("type", "user-of");
    return api.post("/v1/customers", firm).expect(201).json();
  }

  private String segment(String customer) {
    ObjectNode segment = Api.object().put("name", "Pilot").put("kind", "list");
    String id = api.post("/v1/segments", segment).expect(201).id();
    ObjectNode members = Api.object();
    members.putArray("customerIds").add(customer);
    api.post("/v1/segments/" + id + "/members", members).expect(200);
    return id;
  }
}
