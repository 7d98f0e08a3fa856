package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas of the domain that service agreements stand for.
@ExtendWith(Running.class)
class AgreementsIdeasTest {

  private static final int YEAR = LocalDate.now(ZoneOffset.UTC).getYear();

  private Api api;
  private String provider;
  private JsonNode customer;

  @BeforeEach
  void parties() {
    api = Tenant.fresh().admin();
    provider =
        make("/v1/parties", "{'kind': 'person', 'givenName': 'Grace', 'familyName': 'Halloran'}");
    customer =
        api.post(
                "/v1/customers",
                read(
                    """
                    {'party': {'kind': 'organization', 'name': 'North Pier'},
                     'roles': [{'type': 'payer'}],
                     'people': [
                       {'party': {'kind': 'person', 'givenName': 'Ada'},
                        'memberships': [{'type': 'member-of'}],
                        'signingAuthority': {'scope': 'service agreements',
                          'validFrom': '%1$d-01-01', 'limit': {'amount': '5000.00', 'currency': 'EUR'}}},
                       {'party': {'kind': 'person', 'givenName': 'Bo'},
                        'memberships': [{'type': 'user-of'}]}]}"""
                        .formatted(YEAR)))
            .expect(201)
            .json();
  }

  @Test
  void agreementsInCustomerRelevantEntitiesAndMetrics() {
    String other =
        make(
            "/v1/customers",
            "{'party': {'kind': 'person', 'givenName': 'Cy'}, 'roles': [{'type': 'payer'}]}");
    String foreign = requirement("customerId", other);
    String segment = make("/v1/segments", "{'name': 'Piers', 'kind': 'list'}");
    String shared = requirement("segmentId", segment);
    String agreement = draft(shared, "delivery", "");

    // Not yet in the segment, and nobody knows what a delivery is.
    assertThat(pointers(propose(agreement, 422)))
        .containsExactly("/commitments/0/requirementIds/0", "/commitments/0/entityType");
    api.post(
            "/v1/segments/" + segment + "/members",
            read("{'customerIds': ['%s']}".formatted(customer.path("id").asText())))
        .expect(200);
    make("/v1/entity-types", "{'code': 'delivery', 'names': {'en': 'delivery'}}");
    propose(agreement, 200);
    assertThat(pointers(propose(draft(foreign, "delivery", ""), 422)))
        .containsExactly("/commitments/0/requirementIds/0");
  }

  @Test
  void servicesInTheCustomersTerms() {
    String offering = make("/v1/offerings", "{'name': 'Parcels', 'kind': 'service'}");
    make("/v1/entity-types", "{'code': 'delivery', 'names': {'en': 'delivery'}}");
    String requirement = requirement("customerId", customer.path("id").asText());
    String services =
        """
        , 'agreedServices': [{'offeringId': '%s', 'terms': 'To the door.', 'entityTypes': [
           {'entityType': 'delivery', 'customerTerm': {'en': 'my parcel', 'de': 'mein Paket'},
            'unit': '%s'}]}]""";
    assertThat(
            pointers(
                propose(
                    draft(requirement, "delivery", services.formatted(offering, "league")), 422)))
        .containsExactly("/agreedServices/0/entityTypes/0/unit");
    String agreement = draft(requirement, "delivery", services.formatted(offering, "h"));
    propose(agreement, 200);

    JsonNode type =
        get("/v1/agreements/" + agreement).at("/version/agreedServices/0/entityTypes/0");
    assertThat(type.at("/customerTerm/de").asText()).isEqualTo("mein Paket");
    // What the customer calls a parcel is what the provider counts as a delivery.
    assertThat(
            get("/v1/entity-types?filter=code==" + type.path("entityType").asText())
                .at("/items/0/names/en")
                .asText())
        .isEqualTo("delivery");
    assertThat(get("/v1/units/" + type.path("unit").asText()).at("/names/en").asText())
        .isEqualTo("hour");
  }

  @Test
  void theIndividualWithTheAuthorityToEnterIntoAnAgreement() {
    String agreement = proposed(", 'compensation': [%s]".formatted(euros("5000.01")));
    String ada = person("Ada");

    Answer tooMuch = sign(agreement, "customer", ada, 409);
    assertThat(tooMuch.json().at("/errors/0/detail").asText())
        .contains("ends at 5000.00 EUR", "worth 5000.01 EUR");
    assertThat(sign(agreement, "customer", person("Bo"), 409).json().path("detail").asText())
        .contains("has no signing authority");
    String authority =
        get("/v1/signing-authorities?filter=personPartyId==" + ada).at("/items/0/id").asText();
    patch(
        "/v1/signing-authorities/" + authority,
        "{'limit': {'amount': '6000.00', 'currency': 'EUR'}}",
        200);

    JsonNode signed = sign(agreement, "customer", ada, 201).json();
    assertThat(signed.at("/authority/id").asText()).isEqualTo(authority);
    assertThat(signed.path("onBehalfOfPartyId").asText())
        .isEqualTo(customer.path("partyId").asText());
    assertThat(get("/v1/agreements/" + agreement).path("status").asText()).isEqualTo("proposed");
    // A person is the whole of itself.
    assertThat(sign(agreement, "provider", provider, 201).json().path("basis").asText())
        .isEqualTo("self");
    assertThat(get("/v1/agreements/" + agreement).path("status").asText()).isEqualTo("active");
    // What was signed stays signed, whatever becomes of the authority.
    patch("/v1/signing-authorities/" + authority, "{'validTo': '%d-01-02'}".formatted(YEAR), 200);
    assertThat(get("/v1/signatures/" + signed.path("id").asText())).isEqualTo(signed);
    String later = proposed("");
    assertThat(sign(later, "customer", ada, 409).json().at("/errors/0/detail").asText())
        .contains("does not hold on");
  }

  @Test
  void compensationInAnyForm() {
    String agreement =
        proposed(
            """
            , 'compensation': [{'kind': 'data', 'description': 'Forecasts'},
              {'kind': 'attention', 'description': 'A place on the board'},
              {'kind': 'mission-contribution', 'description': 'Fewer lorries in town'}]""");
    assertThat(get("/v1/agreements/" + agreement).at("/version/compensation").valueStream())
        .extracting(each -> each.path("kind").asText())
        .containsExactly("data", "attention", "mission-contribution");
    // Nothing of it is money, so that any limit covers it.
    sign(agreement, "customer", person("Ada"), 201);
    Answer refused =
        patch(
            "/v1/agreements/" + draft(requirement, "delivery", ""),
            "{'compensation': [{'kind': 'goods', 'amount': {'amount': '1.00', 'currency': 'EUR'}}]}",
            422);
    assertThat(pointers(refused)).containsExactly("/compensation/0/amount");
  }

  @Test
  void whatWasAgreedOnAnyPastDayCanBeRead() {
    String id = proposed("");
    String path = "/v1/agreements/" + id;
    sign(id, "provider", provider, 201);
    sign(id, "customer", person("Ada"), 201);
    String first = get(path).at("/version/commitments/0/id").asText();

    ObjectNode commitment = (ObjectNode) terms(requirement, "delivery", "").at("/commitments/0");
    commitment
        .put("id", first)
        .put("metricId", get(path).at("/version/commitments/0/metricId").asText());
    ((ObjectNode) commitment.path("target")).put("value", 0.99);
    ObjectNode amendment =
        Api.object().put("effectiveOn", YEAR + "-01-02").put("status", "proposed");
    amendment.putArray("commitments").add(commitment);
    api.post(path + "/amendments", amendment).expect(201);
    api.post(path + "/amendments", amendment).expect(409);
    sign(id, "provider", provider, 201);
    sign(id, "customer", person("Ada"), 201);

    assertThat(target(path + "?asOf=" + YEAR + "-01-01")).isEqualTo(0.9);
    assertThat(target(path)).isEqualTo(0.99);
    assertThat(get(path).at("/version/commitments/0/lineageId").asText()).isEqualTo(first);
    assertThat(get("/v1/commitments/" + first).at("/target/value").asDouble()).isEqualTo(0.9);
    api.get(path + "?asOf=" + (YEAR - 1) + "-12-31").expect(404);
    patch(path, "{'timeZone': 'Europe/Vienna'}", 409);
  }

  @Test
  void agreementsOfTheIndustrysOwnFormat() {
    String id = proposed("");
    String path = "/v1/agreements/%s/tmf651-agreement";
    JsonNode document = get(path.formatted(id));
    String copy = api.post("/v1/tmf651-agreements", document).expect(201).id();
    assertThat(get(path.formatted(copy))).isEqualTo(document);
    assertThat(get("/v1/agreements/" + copy).path("status").asText()).isEqualTo("draft");
    ((ObjectNode) document).remove("agreementPeriod");
    assertThat(pointers(api.post("/v1/tmf651-agreements", document).expect(422)))
        .containsExactly("/agreementPeriod/startDateTime");
  }

  // --- what the ideas are told with

  private String requirement = "";

  /// An agreement about a requirement of the customer, which can be signed.
  private String proposed(String more) {
    if (requirement.isEmpty()) {
      requirement = requirement("customerId", customer.path("id").asText());
      make("/v1/entity-types", "{'code': 'delivery', 'names': {'en': 'delivery'}}");
    }
    String id = draft(requirement, "delivery", more);
    propose(id, 200);
    return id;
  }

  private String draft(String named, String entityType, String more) {
    ObjectNode body = terms(named, entityType, more);
    String metric =
        make(
            "/v1/metrics",
            "{'name': 'On time %d', 'type': 'ratio', 'description': 'Was it?'}"
                .formatted(System.nanoTime()));
    ((ObjectNode) body.at("/commitments/0")).put("metricId", metric);
    return api.post("/v1/agreements", body).expect(201).id();
  }

  private ObjectNode terms(String named, String entityType, String more) {
    String id = named.length() == 36 ? named : provider;
    return read(
        """
        {'name': 'Parcels', 'providerPartyId': '%s', 'customerId': '%s',
         'term': {'start': '%d-01-01', 'end': '%d-01-01'}, 'timeZone': 'UTC',
         'commitments': [{'name': 'On time', 'metricId': '%s', 'entityType': '%s',
           'customerTerm': 'my parcel', 'requirementIds': ['%s'],
           'target': {'comparator': 'at-least', 'value': 0.9}}]%s}"""
            .formatted(
                provider, customer.path("id").asText(), YEAR, YEAR + 1, id, entityType, id, more));
  }

  private static String euros(String amount) {
    return "{'kind': 'money', 'amount': {'amount': '%s', 'currency': 'EUR'}}".formatted(amount);
  }

  private Answer propose(String agreement, int status) {
    return patch("/v1/agreements/" + agreement, "{'status': 'proposed'}", status);
  }

  private Answer sign(String agreement, String side, String person, int status) {
    return api.post(
            "/v1/agreements/" + agreement + "/signatures",
            Api.object().put("side", side).put("partyId", person))
        .expect(status);
  }

  private Answer patch(String path, String body, int status) {
    return api.send(Request.patch(path, read(body)).with("If-Match", "*")).expect(status);
  }

  private String requirement(String whose, String id) {
    return make(
        "/v1/requirements",
        """
        {'statement': 'Be there on time', 'kind': 'requirement', 'voice': 'spoken',
         'importances': [{'%s': '%s', 'importance': 9}]}"""
            .formatted(whose, id));
  }

  private String person(String name) {
    return customer
        .path("people")
        .valueStream()
        .filter(each -> each.at("/party/name").asText().startsWith(name))
        .map(each -> each.at("/party/id").asText())
        .findFirst()
        .orElseThrow();
  }

  private double target(String path) {
    return get(path).at("/version/commitments/0/target/value").asDouble();
  }

  private String make(String path, String body) {
    return api.post(path, read(body)).expect(201).id();
  }

  private JsonNode get(String path) {
    return api.get(path).expect(200).json();
  }

  private static ObjectNode read(String text) {
    return (ObjectNode) Api.read(text.replace('\'', '"'));
  }

  private static List<String> pointers(Answer refused) {
    List<String> pointers = new ArrayList<>();
    refused.json().path("errors").forEach(each -> pointers.add(each.path("pointer").asText()));
    return pointers;
  }
}
