package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What surveys are written down for: questions that keep their meaning from wave to wave.
@ExtendWith(Running.class)
class AuthoringIdeasTest {

  private static final String FHIR = "application/fhir+json";

  private static final String SURVEY =
      """
      {"name": "Visit", "anonymityThreshold": 0, "items": [
        {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?"},
        {"linkId": "used", "type": "single-choice", "text": "What did you use?", "options": [
          {"code": "web", "label": "The web"}, {"code": "shop", "label": "The shop"}]},
        {"linkId": "why", "type": "text", "text": "Why?", "showIf": "answers.recommend <= 6"}],
       "translations": {"ar": {"items": {"recommend": {"text": "هل توصي بنا؟"}}}}}""";

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  @Test
  void aPublishedVersionStaysWhatWasAnswered() {
    String survey = made("/v1/surveys", SURVEY);
    String first = Imports.publish(api, survey);
    String before = api.get("/v1/survey-versions/" + first).expect(200).text();
    submit(first, "{\"linkId\": \"used\", \"optionCodes\": [\"shop\"]}");

    ObjectNode changed = (ObjectNode) Api.read(SURVEY);
    ArrayNode items = (ArrayNode) changed.path("items");
    ((ObjectNode) items.get(1)).put("text", "Where were you?");
    ((ObjectNode) items.get(1).at("/options/1")).put("label", "Our shop in town");
    items.remove(2);
    items.insertObject(0).put("linkId", "when").put("type", "date").put("text", "When?");
    ObjectNode patch = Api.object();
    patch.set("items", items);
    patch(survey, patch).expect(200);
    String second = Imports.publish(api, survey);

    assertThat(api.get("/v1/survey-versions/" + first).expect(200).text()).isEqualTo(before);
    JsonNode changes = get("/v1/survey-versions/%s/changes".formatted(second));
    assertThat(changes.path("sinceVersionId").asText()).isEqualTo(first);
    assertThat(changes.path("items"))
        .extracting(each -> each.path("linkId").asText() + each.path("kinds"))
        .containsExactly("when[\"added\"]", "used[\"changed\"]", "why[\"removed\"]");
    assertThat(changes.at("/items/1/options/0/members/0/before").asText()).isEqualTo("The shop");
    JsonNode shop = question(get("/v1/surveys/%s/results".formatted(survey)), "used");
    assertThat(shop.path("n").asInt()).isEqualTo(1);
    assertThat(shop.path("text").asText()).isEqualTo("Where were you?");

    // An id that was answered as one thing is never asked as another.
    ((ObjectNode) items.get(1)).put("type", "ces");
    patch(survey, patch).expect(200);
    Answer refused = api.send(Request.of("POST", "/v1/surveys/%s/versions".formatted(survey)));
    assertThat(refused.expect(422).json().at("/errors/0/pointer").asText())
        .isEqualTo("/items/1/linkId");
  }

  @Test
  void wavesCompareByQuestionAlthoughTheirColumnsDiffer() {
    ObjectNode asked = (ObjectNode) Api.read(Imports.demoFile("survey-sfo.json"));
    ObjectNode earlier = asked.deepCopy();
    remove(earlier.path("items"), "Q10Safe");
    ((ObjectNode) earlier.at("/items/0")).put("text", "How likely are you to recommend SFO?");
    String survey = api.post("/v1/surveys", earlier).expect(201).id();
    String wave2017 = Imports.publish(api, survey);
    ObjectNode patch = Api.object();
    patch.set("items", asked.path("items"));
    patch(survey, patch).expect(200);
    String wave2018 = Imports.publish(api, survey);

    load(wave2017, "2017", "Q10Safe");
    load(wave2018, "2018", "");

    JsonNode before = get("/v1/survey-versions/%s/results".formatted(wave2017));
    JsonNode after = get("/v1/survey-versions/%s/results".formatted(wave2018));
    JsonNode whole = get("/v1/surveys/%s/results".formatted(survey));
    assertThat(before.path("base").asInt()).isEqualTo(2831);
    assertThat(after.path("base").asInt()).isEqualTo(2809);
    for (JsonNode question : before.path("questions")) {
      String id = question.path("linkId").asText();
      assertThat(question(whole, id).path("n").asInt())
          .as(id)
          .isEqualTo(question.path("n").asInt() + question(after, id).path("n").asInt());
    }
    // What only one wave was asked has that wave for its base.
    assertThat(question(whole, "Q10Safe").path("base").asInt())
        .isEqualTo(question(after, "Q10Safe").path("base").asInt())
        .isPositive();
    assertThat(question(before, "NETPRO").path("n").asInt()).isEqualTo(2746);
    assertThat(question(after, "NETPRO").at("/scores/nps/value").asDouble())
        .isCloseTo(100 * (1268 - 447) / 2650.0, within(1e-9));
    assertThat(get("/v1/survey-versions/%s/changes".formatted(wave2018)).path("items"))
        .extracting(each -> each.path("linkId").asText() + each.path("kinds"))
        .contains("NETPRO[\"changed\"]", "Q10Safe[\"added\"]");
    api.post(
            "/v1/survey-imports",
            Api.object()
                .put("surveyVersionId", wave2017)
                .set("mapping", Api.read(Imports.demoFile("mapping-sfo-2017.json"))))
        .expect(422);
  }

  @Test
  void oneThingToImprove() {
    String survey =
        made(
            "/v1/surveys",
            "{\"name\": \"Pulse\", \"templateId\": \"one-thing\", \"anonymityThreshold\": 0}");
    String version = Imports.publish(api, survey);
    submit(
        version,
        """
        {"linkId": "one-thing", "text": "Shorter queues"},
        {"linkId": "area", "optionCodes": ["speed"]}, {"linkId": "matters", "value": 5}""");

    JsonNode results = get("/v1/surveys/%s/results".formatted(survey));
    assertThat(results.path("base").asInt()).isEqualTo(1);
    assertThat(get("/v1/surveys/" + survey).path("translations").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("ar", "de", "es", "fr", "nl");
    ObjectNode silent = Api.object().put("surveyVersionId", version);
    silent.putArray("answers");
    Answer refused = api.post("/v1/responses", silent).expect(422);
    assertThat(refused.json().at("/errors/0/detail").asText()).contains("one-thing");
  }

  @Test
  void customerDrivenMaturity() {
    ObjectNode survey = Api.object().put("name", "Us").put("anonymityThreshold", 0);
    String id =
        api.post("/v1/surveys", survey.put("templateId", "service-value-maturity"))
            .expect(201)
            .id();
    String version = Imports.publish(api, id);
    assertThat(level(submit(version, levels("4", "4", "3", "5", "4")))).isEqualTo(3);
    assertThat(level(submit(version, levels("2", "1", "2", "2", "2")))).isEqualTo(1);

    JsonNode level = question(get("/v1/surveys/%s/results".formatted(id)), "level");
    assertThat(level.at("/scores/mean/value").asDouble()).isCloseTo(2, within(1e-9));
    ObjectNode beyond = Api.object().put("surveyVersionId", version);
    beyond.set("answers", Api.read("[" + levels("6", "1", "1", "1", "1") + "]"));
    Answer refused = api.post("/v1/responses", beyond).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText())
        .isEqualTo("/answers/0/optionCodes/0");
  }

  @Test
  void aQuestionnaireIsTheSameWhereverItIsKept() {
    String survey = made("/v1/surveys", SURVEY);
    String version = Imports.publish(api, survey);
    submit(version, "{\"linkId\": \"recommend\", \"value\": 9}");
    String path = "/v1/survey-versions/%s/fhir-questionnaire".formatted(version);
    Answer written = api.get(path).expect(200);
    assertThat(written.contentType()).isEqualTo(FHIR);
    assertThat(written.json().at("/item/2/enableWhen/0/operator").asText()).isEqualTo("<=");

    Request create = Request.of("POST", "/v1/fhir-questionnaires").with("Content-Type", FHIR);
    JsonNode again = api.send(create.body(written.bytes())).expect(201).json();
    JsonNode original = get("/v1/surveys/" + survey);
    for (String member : List.of("name", "anonymityThreshold", "items", "translations")) {
      assertThat(again.path(member)).as(member).isEqualTo(original.path(member));
    }
    String line =
        api.get("/v1/survey-versions/%s/questionnaire-responses.ndjson".formatted(version))
            .expect(200)
            .text();
    assertThat(Api.read(line).path("questionnaire").asText())
        .isEqualTo(
            written.json().path("url").asText() + "|" + written.json().path("version").asText());

    ObjectNode strange = (ObjectNode) written.json();
    ((ObjectNode) strange.at("/item/1")).put("type", "quantity").remove("extension");
    Answer refused = api.send(create.body(strange)).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/item/1/type");
  }

  // --- words
  // ---------------------------------------------------------------------------------------

  private void load(String version, String year, String without) {
    ObjectNode request = Api.object().put("surveyVersionId", version);
    ObjectNode mapping =
        (ObjectNode) Api.read(Imports.demoFile("mapping-sfo-%s.json".formatted(year)));
    remove(mapping.path("questions"), without);
    request.set("mapping", mapping);
    String id = api.post("/v1/survey-imports", request).expect(201).id();
    Imports.upload(api, id, Imports.demoFile("sfo-%s.csv".formatted(year)));
    JsonNode done = Imports.awaitEnd(api, id);
    assertThat(done.path("status").asText()).as("%s", done).isEqualTo("completed");
  }

  /// Takes an item, or what is mapped to it, out of a list or of what the list holds.
  private static void remove(JsonNode items, String linkId) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).path("linkId").asText().equals(linkId)) {
        ((ArrayNode) items).remove(i);
      } else {
        remove(items.get(i).path("items"), linkId);
      }
    }
  }

  private static String levels(
      String promise, String measure, String talk, String improve, String decide) {
    return """
    {"linkId": "promise", "optionCodes": ["%s"]}, {"linkId": "measure", "optionCodes": ["%s"]},
    {"linkId": "talk", "optionCodes": ["%s"]}, {"linkId": "improve", "optionCodes": ["%s"]},
    {"linkId": "decide", "optionCodes": ["%s"]}"""
        .formatted(promise, measure, talk, improve, decide);
  }

  private static int level(JsonNode response) {
    for (JsonNode answer : response.path("answers")) {
      if (answer.path("linkId").asText().equals("level")) {
        return answer.path("number").asInt();
      }
    }
    throw new AssertionError("no level in " + response);
  }

  private JsonNode submit(String version, String answers) {
    ObjectNode response = Api.object().put("surveyVersionId", version);
    response.set("answers", Api.read("[" + answers + "]"));
    return api.post("/v1/responses", response).expect(201).json();
  }

  private Answer patch(String survey, ObjectNode patch) {
    return api.send(Request.patch("/v1/surveys/" + survey, patch).with("If-Match", "*"));
  }

  private String made(String path, String body) {
    return api.post(path, Api.read(body)).expect(201).id();
  }

  private JsonNode get(String path) {
    return api.get(path).expect(200).json();
  }

  private static JsonNode question(JsonNode results, String linkId) {
    for (JsonNode question : results.path("questions")) {
      if (question.path("linkId").asText().equals(linkId)) {
        return question;
      }
    }
    throw new AssertionError("no question " + linkId + " in " + results);
  }
}
