package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas of customer relationships, organisations and the supply chain.
@ExtendWith(Running.class)
class RelationsIdeasTest {

  private Api api;
  private String us;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
    us = organization("We Ourselves");
    put("/v1/own-organization", Api.object().put("partyId", us)).expect(200);
  }

  @Test
  void actualAndPotentialUsersCurrentFutureAndFormerCustomers() {
    String id =
        customer(person("Rosa"), us, "end-user", "\"lifecycle\": \"potential\"", "2020-01-01");
    patch(id, "{\"lifecycle\": \"current\", \"lifecycleSince\": \"2022-01-01\"}").expect(200);
    patch(
            id,
            """
            {"lifecycle": "former", "lifecycleSince": "2024-01-01", "lifecycleReasonType": "moved"}\
            """)
        .expect(200);
    assertThat(onDay("2021-06-01", "lifecycle==potential")).containsExactly(id);
    assertThat(onDay("2023-06-01", "lifecycle==current")).containsExactly(id);
    assertThat(onDay("2025-06-01", "lifecycle==former;lifecycleReasonType==moved"))
        .containsExactly(id);
    String future = customer(person("Next"), us, "end-user", "", "2098-01-01");
    assertThat(onDay("2025-06-01", "id==" + future)).isEmpty();
    assertThat(onDay("2098-01-01", "id==" + future)).containsExactly(future);
    // Nobody who was a customer is a potential one again.
    patch(id, "{\"lifecycle\": \"potential\"}").expect(409);
  }

  @Test
  void customersOfCompetitors() {
    String rival = organization("The Rival");
    String rosa = person("Rosa");
    String ours = customer(rosa, us, "end-user", "", null);
    patch(
            ours,
            """
            {"lifecycle": "former", "lifecycleReasonType": "price", "switchedToPartyId": "%s"}\
            """
                .formatted(rival))
        .expect(200);
    String theirs = customer(rosa, rival, "end-user", "", null);
    assertThat(list("/v1/customers?filter=providerPartyId==" + rival)).containsExactly(theirs);
    assertThat(list("/v1/customers?filter=switchedToPartyId==" + rival)).containsExactly(ours);
    // The same relationship is not recorded twice.
    api.post("/v1/customers", request(rosa, rival, "payer")).expect(409);
  }

  @Test
  void rolesSeveralAtOnceEachDated() {
    api.post("/v1/role-types", json("{\"code\": \"beta-tester\", \"name\": \"Beta tester\"}"))
        .expect(201);
    String id =
        api.post(
                "/v1/customers",
                json(
                    """
                    {"partyId": "%s", "roles": [
                      {"type": "payer", "validFrom": "2020-01-01"},
                      {"type": "beta-tester", "validFrom": "2021-01-01", "validTo": "2022-01-01"}]}\
                    """
                        .formatted(person("Rosa"))))
            .expect(201)
            .id();
    assertThat(onDay("2021-06-01", "role==beta-tester;role==payer")).containsExactly(id);
    assertThat(onDay("2022-01-01", "role==beta-tester")).isEmpty();
    assertThat(onDay("2022-01-01", "role==payer")).containsExactly(id);
    api.post("/v1/customers", request(person("Odd"), us, "never-heard-of")).expect(422);
  }

  @Test
  void internalCustomersBelongToOneRoot() {
    String office = organization("Our Office");
    String clerk = person("Clerk");
    membership(office, us, "part-of").expect(201);
    membership(clerk, office, "member-of").expect(201);
    String inside = customer(clerk, us, "internal-customer", "", null);
    String outside = customer(person("Stranger"), us, "end-user", "", null);
    assertThat(api.get("/v1/customers/" + inside).json().path("internal").asBoolean()).isTrue();
    assertThat(api.get("/v1/customers/" + outside).json().path("internal").asBoolean()).isFalse();
    JsonNode structure = api.get("/v1/parties/" + us + "/structure").expect(200).json();
    assertThat(structure.at("/units/1/members").asInt()).isEqualTo(1);
    membership(us, office, "part-of").expect(409);
  }

  @Test
  void aOnePersonOrganisationIsCustomerAndOnlyUser() {
    JsonNode customer =
        api.post(
                "/v1/customers",
                json(
                    """
                    {"party": {"kind": "organization", "name": "Rosa Repairs"},
                     "roles": [{"type": "purchaser"}],
                     "people": [{"party": {"kind": "person", "givenName": "Rosa"},
                                 "memberships": [{"type": "member-of"}, {"type": "user-of"}],
                                 "signingAuthority": {"scope": "any"}}]}\
                    """))
            .expect(201)
            .json();
    String rosa = customer.at("/people/0/party/id").asText();
    JsonNode user =
        api.get("/v1/customers/" + customer.at("/people/0/customerId").asText()).expect(200).json();
    assertThat(user.path("partyId").asText()).isEqualTo(rosa);
    assertThat(user.at("/roles/0/type").asText()).isEqualTo("end-user");
    assertThat(list("/v1/parties/" + customer.path("partyId").asText() + "/signatories"))
        .containsExactly(rosa);
    api.post("/v1/customers", request(customer.path("partyId").asText(), us, "payer")).expect(409);
  }

  @Test
  void theIndividualWithAuthorityToEnterIntoAnAgreement() {
    String pier = organization("North Pier");
    String ada = person("Ada");
    authority(ada, pier, "2024-01-01", "500.00").expect(201);
    String signatories = "/v1/parties/" + pier + "/signatories";
    String asked = signatories + "?scope=agreements&currency=EUR&asOf=";
    assertThat(list(asked + "2024-01-01&amount=500")).containsExactly(ada);
    assertThat(list(asked + "2023-12-31&amount=500")).isEmpty();
    assertThat(list(asked + "2024-01-01&amount=500.01")).isEmpty();
    assertThat(list("/v1/parties/" + ada + "/signatories")).containsExactly(ada);
    authority(organization("No Person"), pier, "2024-01-01", "1.00").expect(422);
  }

  @Test
  void allProvidersAreCustomersAndViceVersa() {
    String mill = organization("Mill");
    String cafe = organization("Cafe");
    String guest = person("Guest");
    customer(us, mill, "component-processor", "", "2020-01-01");
    customer(cafe, us, "distributor", "", "2021-01-01");
    customer(guest, cafe, "end-user", "", "2022-01-01");
    customer(mill, cafe, "purchaser", "", "2024-01-01");
    JsonNode up = api.get("/v1/parties/" + cafe + "/supply-chain?direction=upstream").json();
    assertThat(up.path("cyclic").asBoolean()).isTrue();
    assertThat(up.path("parties").findValuesAsText("name"))
        .containsExactly("Cafe", "We Ourselves", "Mill");
    String then = "?asOf=2023-01-01";
    assertThat(list("/v1/parties/" + us + "/end-customers" + then)).containsExactly(guest);
    assertThat(list("/v1/parties/" + mill + "/consumers" + then + "&filter=kind==person"))
        .containsExactly(guest);
    assertThat(list("/v1/parties/" + mill + "/consumers?asOf=2021-06-01")).containsExactly(cafe);
    api.post("/v1/customers", request(us, us, "payer")).expect(422);
  }

  @Test
  void compensationInAnyForm() {
    String id =
        api.post(
                "/v1/customers",
                json(
                    """
                    {"partyId": "%s", "roles": [{"type": "free-user"}], "compensation": [
                      {"kind": "attention", "description": "Sees what others advertise."},
                      {"kind": "money", "per": "P1Y",
                       "amount": {"amount": "12.5", "currency": "EUR"}}]}\
                    """
                        .formatted(person("Rosa"))))
            .expect(201)
            .id();
    JsonNode compensation = api.get("/v1/customers/" + id).expect(200).json().path("compensation");
    assertThat(compensation.findValuesAsText("kind")).containsExactly("attention", "money");
    assertThat(compensation.at("/1/amount/amount").asText()).isEqualTo("12.50");
    assertThat(list("/v1/customers?filter=role==free-user")).containsExactly(id);
    patch(id, "{\"compensation\": [{\"kind\": \"goods\"}]}").expect(422);
  }

  private String organization(String name) {
    ObjectNode party = Api.object().put("kind", "organization").put("name", name);
    return api.post("/v1/parties", party).expect(201).id();
  }

  private String person(String name) {
    ObjectNode party = Api.object().put("kind", "person").put("givenName", name);
    return api.post("/v1/parties", party).expect(201).id();
  }

  private static ObjectNode request(String party, String provider, String role) {
    ObjectNode customer = Api.object().put("partyId", party).put("providerPartyId", provider);
    customer.putArray("roles").addObject().put("type", role);
    return customer;
  }

  private String customer(String party, String provider, String role, String more, String from) {
    ObjectNode customer = request(party, provider, role);
    customer.setAll((ObjectNode) json("{" + more + "}"));
    if (from != null) {
      customer.put("validFrom", from);
    }
    return api.post("/v1/customers", customer).expect(201).id();
  }

  private Answer membership(String member, String organization, String type) {
    ObjectNode membership =
        Api.object()
            .put("memberPartyId", member)
            .put("organizationPartyId", organization)
            .put("type", type);
    return api.post("/v1/memberships", membership);
  }

  private Answer authority(String person, String organization, String from, String limit) {
    ObjectNode authority =
        Api.object()
            .put("personPartyId", person)
            .put("organizationPartyId", organization)
            .put("scope", "agreements")
            .put("validFrom", from);
    authority.putObject("limit").put("amount", limit).put("currency", "EUR");
    return api.post("/v1/signing-authorities", authority);
  }

  private Answer patch(String customer, String patch) {
    Request request = Request.patch("/v1/customers/" + customer, json(patch));
    return api.send(request.with("If-Match", "*"));
  }

  private Answer put(String path, JsonNode body) {
    return api.send(Request.of("PUT", path).json(body).with("If-Match", "*"));
  }

  private List<String> onDay(String day, String filter) {
    return list("/v1/customers?asOf=" + day + "&filter=" + Api.encode(filter));
  }

  private List<String> list(String path) {
    List<String> ids = new ArrayList<>();
    api.get(path)
        .expect(200)
        .json()
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private static JsonNode json(String text) {
    return Api.read(text);
  }
}
