package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas of the domain that needs, requirements, competitors and stakeholders stand for.
@ExtendWith(Running.class)
class NeedsIdeasTest {

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  @Test
  void needsAndRequirementsAreTwoThings() {
    String need = need("spoken", "\"role\": \"end-user\"");
    String quick = requirement("Quick", need, "{\"role\": \"end-user\", \"importance\": 9}");
    String clean = requirement("Clean", need, "{\"role\": \"end-user\", \"importance\": 3}");
    score(quick, 0.5, "");
    assertThat(get("/v1/needs/" + need).at("/degreeMet/status").asText()).isEqualTo("insufficient");
    score(clean, 0.9, "");
    // Why they come is met as far as what decides whether they leave satisfied is.
    JsonNode met = get("/v1/needs/" + need).path("degreeMet");
    assertThat(met.path("value").asDouble()).isCloseTo((9 * 0.5 + 3 * 0.9) / 12, within(1e-12));
    assertThat(ids("/v1/requirements", "needId==" + need)).containsExactly(quick, clean);

    api.send(Request.of("DELETE", "/v1/needs/" + need).with("If-Match", "*")).expect(409);
    Answer refused = api.post("/v1/requirements", requirementOf("One", quick, "")).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/needIds/0");
  }

  @Test
  void spokenAndUnspoken() {
    String said = need("spoken", "\"role\": \"end-user\"");
    String seen = need("unspoken", "\"role\": \"end-user\"");
    assertThat(ids("/v1/needs", "voice==spoken")).containsExactly(said);
    assertThat(ids("/v1/needs", "voice==unspoken")).containsExactly(seen);
    requirement("Nobody asks to feel safe", seen, "{\"role\": \"end-user\", \"importance\": 10}");
    JsonNode matrix = get("/v1/requirement-matrix");
    assertThat(matrix.at("/requirements/0/voice").asText()).isEqualTo("spoken");
    assertThat(matrix.at("/requirements/0/evidenceCount").asInt()).isEqualTo(1);
    api.post("/v1/needs", needOf("whispered", "\"role\": \"end-user\"")).expect(400);
  }

  @Test
  void differentNeedsOfDifferentCustomers() {
    String families = segment("Families");
    String business = segment("=Business");
    String quick =
        requirement(
            "Quick",
            need("spoken", "\"segmentId\": \"%s\"".formatted(families)),
            "{\"segmentId\": \"%s\", \"importance\": 4}, {\"segmentId\": \"%s\", \"importance\": 10}"
                .formatted(families, business));
    score(quick, 0.75, ", \"segmentId\": \"%s\"".formatted(families));
    score(quick, 0.625, ", \"segmentId\": \"%s\"".formatted(business));
    JsonNode matrix = get("/v1/requirement-matrix");
    assertThat(matrix.path("segments")).hasSize(2);
    assertThat(matrix.at("/segments/0/cells/0/gap/value").asDouble())
        .isCloseTo(0.4 - 0.75, within(1e-12));
    assertThat(matrix.at("/segments/1/cells/0/gap/value").asDouble())
        .isCloseTo(1 - 0.625, within(1e-12));
    assertThat(get("/v1/requirement-matrix?segmentId=" + business).path("segments")).hasSize(1);

    String csv = api.get("/v1/requirement-matrix.csv").expect(200).text();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).contains(business + ",'=Business,").contains(",10,ok,0.625,").contains("0.375");
    Answer page = api.get("/v1/requirement-matrix.html").expect(200);
    assertThat(page.contentType()).isEqualTo("text/html");
    assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(page.text()).contains(">=Business<").contains("+38").contains("−35");

    api.get("/v1/requirement-matrix?segmentId=" + quick).expect(400);
    api.send(Request.of("DELETE", "/v1/segments/" + families).with("If-Match", "*")).expect(409);
  }

  @Test
  void competitiveEnvironment() {
    String rival = party("Other Airport");
    String theirs = party("Loyal to the other");
    String competitor =
        made("/v1/competitors", "{\"partyId\": \"%s\", \"market\": \"the Bay\"}".formatted(rival));
    String customer =
        made(
            "/v1/customers",
            """
            {"partyId": "%s", "providerPartyId": "%s", "roles": [{"type": "end-user"}]}"""
                .formatted(theirs, rival));
    String quick = requirement("Quick", need("spoken", "\"role\": \"end-user\""), "");
    made("/v1/competitor-comparisons", comparison(competitor, quick, "3.9"));

    String provider = get("/v1/competitors/" + competitor).path("partyId").asText();
    assertThat(ids("/v1/customers", "providerPartyId==" + provider)).containsExactly(customer);
    JsonNode compared =
        get(Request.get("/v1/competitor-comparisons")
                .query("filter", "competitorId==%s;requirementId==%s".formatted(competitor, quick)))
            .at("/items/0");
    assertThat(compared.at("/difference/exact").asText()).isEqualTo("-0.3");
    assertThat(compared.path("standing").asText()).isEqualTo("behind");

    Answer refused =
        api.post("/v1/competitor-comparisons", Api.read(comparison(competitor, quick, "5.1")))
            .expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/theirs/value");
    api.send(Request.of("DELETE", "/v1/competitors/" + competitor).with("If-Match", "*"))
        .expect(409);
  }

  @Test
  void stakeholdersNeedNotUseAnything() {
    String neighbours = party("People under the flight path");
    String stakeholder =
        made(
            "/v1/stakeholders",
            """
            {"partyId": "%s", "relations": ["is-influenced", "influences"],
             "interest": "Sleep", "influenceLevel": "high", "validTo": "2020-01-01"}"""
                .formatted(neighbours));
    assertThat(ids("/v1/stakeholders", "relation==is-influenced")).containsExactly(stakeholder);
    assertThat(ids("/v1/customers", "partyId==" + neighbours)).isEmpty();
    assertThat(get("/v1/stakeholders?asOf=2021-01-01").path("items")).isEmpty();
    api.post(
            "/v1/stakeholders",
            Api.read("{\"partyId\": \"%s\", \"relations\": []}".formatted(neighbours)))
        .expect(422);
    api.send(Request.of("DELETE", "/v1/parties/" + neighbours).with("If-Match", "*")).expect(409);
  }

  // --- words
  // ---------------------------------------------------------------------------------------

  private String need(String voice, String whose) {
    return api.post("/v1/needs", needOf(voice, whose)).expect(201).id();
  }

  private static JsonNode needOf(String voice, String whose) {
    return Api.read(
        """
        {"statement": "comes to us because they need to get away", "voice": "%s", %s}"""
            .formatted(voice, whose));
  }

  private String requirement(String statement, String need, String importances) {
    return api.post("/v1/requirements", requirementOf(statement, need, importances))
        .expect(201)
        .id();
  }

  private static JsonNode requirementOf(String statement, String need, String importances) {
    return Api.read(
        """
        {"statement": "%s", "kind": "key-driver", "voice": "spoken", "needIds": ["%s"],
         "importances": [%s],
         "evidence": [{"kind": "interview", "text": "They said so.", "date": "2025-11-03"}]}"""
            .formatted(statement, need, importances));
  }

  private void score(String requirement, double value, String more) {
    JsonNode score =
        Api.read(
            """
            {"score": {"status": "ok", "value": %s, "unit": "ratio", "n": 40, "base": 50,
                       "method": "csat/wilson"},
             "source": {"service": "survey", "resource": "/v1/surveys/1/results"},
             "asOf": "2025-11-03T00:00:00Z"%s}"""
                .formatted(value, more));
    Request put = Request.of("PUT", "/v1/requirements/" + requirement + "/degree-met");
    api.send(put.with("If-Match", "*").json(score)).expect(200);
  }

  private static String comparison(String competitor, String requirement, String theirs) {
    return """
    {"competitorId": "%s", "requirementId": "%s",
     "scale": {"name": "mean of 1–5", "lowest": 1, "highest": 5},
     "ours": {"value": 3.6, "source": "Our survey", "date": "2025-06-01"},
     "theirs": {"value": %s, "source": "Their report", "date": "2025-06-30"}}"""
        .formatted(competitor, requirement, theirs);
  }

  private String segment(String name) {
    return made("/v1/segments", "{\"name\": \"%s\", \"kind\": \"list\"}".formatted(name));
  }

  private String party(String name) {
    return made("/v1/parties", "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name));
  }

  private String made(String path, String body) {
    return api.post(path, Api.read(body)).expect(201).id();
  }

  private JsonNode get(String path) {
    return get(Request.get(path));
  }

  private JsonNode get(Request request) {
    return api.send(request).expect(200).json();
  }

  private List<String> ids(String path, String filter) {
    List<String> ids = new ArrayList<>();
    get(Request.get(path).query("filter", filter))
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }
}
