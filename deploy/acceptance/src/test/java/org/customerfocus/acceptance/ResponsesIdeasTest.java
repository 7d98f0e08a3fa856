package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that responses stand for.
@ExtendWith(Running.class)
class ResponsesIdeasTest {

  private Api api;
  private Visitor visitor;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
    visitor = new Visitor("en");
  }

  @Test
  void anAnswerAmendedKeepsItsHistory() {
    String version = publish(survey());
    String id = api.post("/v1/responses", response(version, 2)).expect(201).id();
    assertThat(nps(version)).isEqualTo(-100);

    ObjectNode better = Api.object();
    answer(better, 10);
    Answer silent = patch(id, better).expect(422);
    assertThat(silent.json().at("/errors/0/pointer").asText()).isEqualTo("/status");
    patch(id, better.put("status", "amended")).expect(200);

    assertThat(nps(version)).isEqualTo(100);
    JsonNode before =
        api.get("/v1/responses/" + id + "/history").expect(200).json().path("items").path(0);
    assertThat(before.path("status").asText()).isEqualTo("completed");
    assertThat(before.at("/answers/0/value").asInt()).isEqualTo(2);
    patch(id, Api.object().put("status", "entered-in-error")).expect(200);
    assertThat(results(version).path("base").asInt()).isZero();
    patch(id, better.put("status", "completed")).expect(409);
  }

  @Test
  void anAnonymousSurveyKnowsNobody() {
    String version = publish(survey().put("anonymous", true));
    ObjectNode person = Api.object();
    person.putObject("party").put("kind", "person").put("givenName", "Rosa");
    person.putArray("roles").addObject().put("type", "end-user");
    String customer = api.post("/v1/customers", person).expect(201).id();
    String invitation = invited(version, customer);
    String link =
        api.send(Request.of("POST", "/v1/invitations/" + invitation + "/links"))
            .expect(201)
            .json()
            .path("path")
            .asText();

    Answer begun = visitor.post(link);
    assertThat(visitor.post(link).header("Location").replaceFirst("\\?.*", ""))
        .isEqualTo(begun.header("Location").replaceFirst("\\?.*", ""));
    assertThat(answered(begun, "9").status()).isEqualTo(303);

    JsonNode all = api.get("/v1/responses").expect(200).json().path("items");
    assertThat(all).hasSize(1);
    JsonNode only = all.path(0);
    assertThat(only.path("status").asText()).isEqualTo("completed");
    assertThat(only.at("/answers/0/value").asInt()).isEqualTo(9);
    assertThat(only.path("recordedAt").asText()).endsWith("T00:00:00Z");
    for (String told : new String[] {"customerId", "partyId", "invitationId", "linkId"}) {
      assertThat(only.has(told)).as(told).isFalse();
    }
    assertThat(only.toString()).doesNotContain(customer, invitation);
    // That she has answered is told the next day, together with all who did.
    JsonNode ledger = api.get("/v1/invitations/" + invitation).expect(200).json();
    assertThat(ledger.path("status").asText()).isEqualTo("offered");
    assertThat(visitor.open(link).text()).contains("You have already answered");
    ObjectNode claimed = Api.object().put("customerId", customer).put("status", "amended");
    patch(only.path("id").asText(), claimed).expect(422);
  }

  private String invited(String version, String customer) {
    ObjectNode campaign =
        Api.object()
            .put("name", "Quietly")
            .put("surveyVersionId", version)
            .put("status", "scheduled");
    campaign.putArray("channels").add("personal-link");
    campaign.putObject("audience").put("through", "self").putArray("customerIds").add(customer);
    String id = api.post("/v1/campaigns", campaign).expect(201).id();
    Eventually.json(
        api, "/v1/campaigns/" + id, now -> now.path("phase").asText().equals("settled"));
    String offered = "/v1/invitations?filter=" + Api.encode("campaignId==" + id);
    return api.get(offered).expect(200).json().at("/items/0/id").asText();
  }

  @Test
  void whatWasNotShownLeavesTheBase() {
    ObjectNode survey = survey();
    survey
        .withArray("items")
        .addObject()
        .put("linkId", "why")
        .put("type", "ces")
        .put("text", "How hard was it?")
        .put("showIf", "answers.recommend <= 6");
    String version = publish(survey);
    api.post("/v1/responses", response(version, 10)).expect(201);
    ObjectNode low = response(version, 3);
    low.withArray("answers").addObject().put("linkId", "why").put("value", 2);
    api.post("/v1/responses", low).expect(201);

    ObjectNode stray = response(version, 9);
    stray.withArray("answers").addObject().put("linkId", "why").put("value", 2);
    Answer refused = api.post("/v1/responses", stray).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).startsWith("/answers/1");

    JsonNode questions = results(version).path("questions");
    assertThat(questions.at("/0/base").asInt()).isEqualTo(2);
    assertThat(questions.at("/1/base").asInt()).isEqualTo(1);
    assertThat(questions.at("/1/n").asInt()).isEqualTo(1);
  }

  @Test
  void aQuotaTakesAsManyOfAKindAsItSays() {
    String survey = api.post("/v1/surveys", survey()).expect(201).id();
    String version = Imports.publish(api, survey);
    ObjectNode quota = Api.object().put("surveyId", survey).put("name", "Promoters");
    ObjectNode condition = quota.put("limit", 2).putArray("conditions").addObject();
    condition.put("linkId", "recommend").putArray("codes").add("9").add("10");
    String id = api.post("/v1/survey-quotas", quota).expect(201).id();
    ObjectNode link = Api.object().put("surveyVersionId", version);
    String page = api.post("/v1/survey-links", link).expect(201).json().path("path").asText();

    api.post("/v1/responses", response(version, 9)).expect(201);
    assertThat(answered(visitor.post(page), "10").status()).isEqualTo(303);
    Answer full = api.post("/v1/responses", response(version, 9)).expect(409);
    assertThat(full.json().path("type").asText()).isEqualTo("/problems/quota-full");
    Answer late = answered(visitor.post(page), "10");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("We have enough answers");
    api.post("/v1/responses", response(version, 5)).expect(201);

    assertThat(results(version).path("base").asInt()).isEqualTo(3);
    JsonNode now = api.get("/v1/survey-quotas/" + id).expect(200).json();
    assertThat(now.path("counted").asInt()).isEqualTo(2);
    assertThat(now.path("full").asBoolean()).isTrue();
  }

  @Test
  void anOfflineBatchCountsOnceHoweverOftenItIsSent() {
    String version = publish(survey());
    ObjectNode batch = Api.object();
    for (int i = 0; i < 3; i++) {
      ObjectNode item = response(version, 9);
      item.putObject("externalRef").put("scheme", "tablet").put("value", "r-" + i);
      batch.withArray("responses").add(item);
    }
    batch.withArray("responses").add(response(version, 99));

    JsonNode first = api.post("/v1/response-batches", batch).expect(207).json();
    JsonNode again = api.post("/v1/response-batches", batch).expect(207).json();

    assertThat(first.path("recorded").asInt()).isEqualTo(3);
    assertThat(again.path("alreadyPresent").asInt()).isEqualTo(3);
    assertThat(again.at("/items/3/errors/0/pointer").asText()).startsWith("/answers/0");
    assertThat(results(version).path("base").asInt()).isEqualTo(3);
  }

  private Answer answered(Answer begun, String score) {
    assertThat(begun.status()).as("%s", begun).isEqualTo(303);
    return visitor.post(begun.header("Location") + "&step=1", "q:recommend", score);
  }

  private static ObjectNode survey() {
    ObjectNode survey = Api.object().put("name", "Ideas").put("anonymityThreshold", 0);
    ObjectNode question = survey.putArray("items").addObject();
    question.put("linkId", "recommend").put("type", "nps").put("text", "Recommend?");
    return survey;
  }

  private String publish(ObjectNode survey) {
    return Imports.publish(api, api.post("/v1/surveys", survey).expect(201).id());
  }

  private static ObjectNode response(String version, int score) {
    ObjectNode response = Api.object().put("surveyVersionId", version);
    answer(response, score);
    return response;
  }

  private static void answer(ObjectNode response, int score) {
    response.putArray("answers").addObject().put("linkId", "recommend").put("value", score);
  }

  private Answer patch(String id, ObjectNode change) {
    return api.send(Request.patch("/v1/responses/" + id, change).with("If-Match", "*"));
  }

  private JsonNode results(String version) {
    return api.get("/v1/survey-versions/" + version + "/results").expect(200).json();
  }

  private int nps(String version) {
    return results(version).at("/questions/0/scores/nps/value").asInt();
  }
}
