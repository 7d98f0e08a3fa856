package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas of the domain that the chain of promises stands for.
@ExtendWith(Running.class)
class ChainIdeasTest {

  private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC).minusMonths(2);

  private final Map<String, String> customers = new HashMap<>();
  private Api api;
  private String shop;
  private String host;
  private String network;
  private String metric;

  /// Each of them is customer of the next one: persons, who sign for themselves.
  @BeforeEach
  void parties() {
    api = Tenant.fresh().admin();
    shop = person("Shop");
    host = person("Host");
    network = person("Network");
    metric =
        make(
            "/v1/metrics",
            "{'name': 'Page views', 'type': 'ratio', 'description': 'Was the page shown?'}");
    make("/v1/entity-types", "{'code': 'view', 'names': {'en': 'page view'}}");
  }

  @Test
  void theProviderOfMyProvider() {
    Promise ours = promise(host, shop, "0.99");
    Promise theirs = promise(network, host, "0.98");
    assertThat(chain(ours).at("/promises/0/verdict").asText()).isEqualTo("unknown");
    support(ours, theirs, 201);

    JsonNode weak = chain(ours).at("/promises/0");
    assertThat(weak.path("verdict").asText()).isEqualTo("not-supported");
    assertThat(weak.path("steps").findValuesAsText("expression"))
        .containsExactly("0.98 = 0.98", "0.98 < 0.99");
    Promise better = promise(network, host, "0.995");
    support(ours, better, 201);
    // Both have to hold: two serial promises are worth their product.
    assertThat(chain(ours).at("/promises/0/steps/0/expression").asText())
        .isEqualTo("0.98 × 0.995 = 0.9751");

    // My provider's provider cannot rest on what I promise myself.
    Promise back = promise(shop, network, "0.9");
    support(back, ours, 201);
    support(theirs, back, 409);
    // Nor does somebody support me who promises it to another.
    support(ours, promise(network, shop, "0.999"), 422);
  }

  @Test
  void aBreachTracedUpstreamAndOwedOnce() {
    Promise ours = promise(host, shop, "0.99");
    Promise theirs = promise(network, host, "0.98");
    support(ours, theirs, 201);
    missed(ours);
    missed(theirs);

    JsonNode breach = ChainFixtures.first(api, "/v1/breaches", ours.id());
    JsonNode upstream = ChainFixtures.first(api, "/v1/breaches", theirs.id());
    JsonNode trace = get("/v1/breaches/%s/trace".formatted(breach.path("id").asText()));
    assertThat(trace.path("upstream").findValuesAsText("breachId"))
        .containsExactly(upstream.path("id").asText());

    JsonNode credit = ChainFixtures.first(api, "/v1/credits", ours.id());
    assertThat(credit.path("breachId").asText()).isEqualTo(breach.path("id").asText());
    assertThat(credit.at("/amount/amount").asText()).isEqualTo("25.00");
    String path = "/v1/credits/" + credit.path("id").asText();
    put(path + "/settlement", 409);
    put(path + "/approval", 200);
    put(path + "/approval", 409);
    assertThat(put(path + "/settlement", 200).json().path("status").asText()).isEqualTo("settled");
    put(path + "/settlement", 409);
  }

  // --- what the ideas are told with

  private record Promise(String id, String commitment, String customer) {}

  /// A signed agreement for two years since two months ago, with a quarter of 100 euros owed.
  private Promise promise(String provider, String to, String target) {
    String customer =
        customers.computeIfAbsent(
            provider + to,
            key ->
                make(
                    "/v1/customers",
                    "{'partyId': '%s', 'providerPartyId': '%s', 'roles': [{'type': 'payer'}]}"
                        .formatted(to, provider)));
    String requirement =
        make(
            "/v1/requirements",
            """
            {'statement': 'To see the page', 'kind': 'requirement', 'voice': 'spoken',
             'importances': [{'customerId': '%s', 'importance': 9}]}"""
                .formatted(customer));
    JsonNode made =
        api.post(
                "/v1/agreements",
                read(
                    """
                    {'name': 'Pages', 'providerPartyId': '%s', 'customerId': '%s',
                     'customerPartyId': '%s', 'term': {'start': '%s', 'end': '%s'},
                     'timeZone': 'UTC', 'status': 'proposed', 'commitments': [
                       {'name': 'Pages are shown', 'metricId': '%s', 'entityType': 'view',
                        'customerTerm': 'page', 'requirementIds': ['%s'], 'graceTime': 'PT0M',
                        'target': {'comparator': 'at-least', 'value': %s},
                        'credits': {'tiers': [{'below': %s, 'share': 0.25}],
                          'base': {'amount': '100.00', 'currency': 'EUR'}}}]}"""
                        .formatted(
                            provider,
                            customer,
                            to,
                            MONTH.atDay(1),
                            MONTH.plusYears(2).atDay(1),
                            metric,
                            requirement,
                            target,
                            target)))
            .expect(201)
            .json();
    String id = made.path("id").asText();
    for (String[] each : new String[][] {{"provider", provider}, {"customer", to}}) {
      api.post(
              "/v1/agreements/%s/signatures".formatted(id),
              Api.object().put("side", each[0]).put("partyId", each[1]))
          .expect(201);
    }
    return new Promise(id, made.at("/version/commitments/0/id").asText(), customer);
  }

  private void support(Promise supported, Promise by, int status) {
    api.post(
            "/v1/agreements/%s/underpinnings".formatted(supported.id()),
            Api.object()
                .put("commitmentId", supported.commitment())
                .put("supportingAgreementId", by.id())
                .put("supportingCommitmentId", by.commitment()))
        .expect(status);
  }

  private void missed(Promise promise) {
    List<String> views = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      views.add(
          """
          {'source': 'pages', 'sourceId': '%s-%d', 'metricId': '%s', 'customerId': '%s',
           'entity': {'type': 'view', 'reference': '%d'}, 'dueAt': '%sT12:00:00Z', 'good': %s}"""
              .formatted(
                  promise.id(),
                  day,
                  metric,
                  promise.customer(),
                  day,
                  MONTH.atDay(day),
                  String.valueOf(day > 1)));
    }
    api.post(
            "/v1/measurements/batch",
            read("{'measurements': [%s]}".formatted(String.join(", ", views))))
        .expect(200);
  }

  private JsonNode chain(Promise promise) {
    return get("/v1/agreements/%s/support-chain".formatted(promise.id()));
  }

  private Answer put(String path, int status) {
    return api.send(Request.of("PUT", path).json(Api.object()).with("If-Match", "*"))
        .expect(status);
  }

  private String person(String name) {
    return make(
        "/v1/parties",
        "{'kind': 'person', 'givenName': '%s', 'familyName': 'Keeper'}".formatted(name));
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
}
