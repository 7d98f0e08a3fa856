package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that feedback and cases stand for.
@ExtendWith(Running.class)
class VoiceIdeasTest {

  private Api api;

  @BeforeEach
  void tenant() {
    api = Tenant.fresh().admin();
  }

  @Test
  void customersReachUsByWaysWithStandardsAndHearWhatBecameOfTheirComplaint() {
    ObjectNode channel = Api.object().put("code", "phone").put("name", "Telephone");
    channel.put("answerWithin", "PT30S").put("respondWithin", "PT8H");
    api.post("/v1/access-channels", channel).expect(201);
    ObjectNode person = Api.object();
    person.putObject("party").put("kind", "person").put("givenName", "Rosa");
    person.putArray("roles").addObject().put("type", "end-user");
    JsonNode customer = api.post("/v1/customers", person).expect(201).json();

    // She rings up, is answered late, and complains.
    ObjectNode call = Api.object().put("customerId", customer.path("id").asText());
    call.put("channel", "phone").put("direction", "inbound");
    call.put("startedAt", "2026-11-02T09:00:00Z").put("answeredAt", "2026-11-02T09:02:00Z");
    api.post("/v1/interactions", call).expect(201);
    ObjectNode complaint = Api.object().put("status", "acknowledged");
    complaint
        .putObject("feedback")
        .put("form", "complaint")
        .put("channel", "phone")
        .put("text", "Nobody answers.")
        .put("receivedAt", "2026-11-02T09:02:00Z");
    complaint.putObject("reporter").put("customerId", customer.path("id").asText());
    JsonNode opened = api.post("/v1/cases", complaint).expect(201).json();
    String path = "/v1/cases/" + opened.path("id").asText();

    change(path, Api.object().put("status", "closed")).expect(409);
    change(path, Api.object().put("status", "assessed")).expect(422);
    ObjectNode assessed = Api.object().put("status", "assessed").put("severity", "medium");
    change(path, assessed.put("impact", "low")).expect(200);
    change(path, Api.object().put("status", "responded")).expect(200);
    ObjectNode decided = Api.object().put("status", "decision-communicated");
    change(path, decided.put("decision", "Two more people answer from now on.")).expect(200);

    String page = new Visitor("en").open(opened.path("statusPath").asText()).expect(200).text();
    assertThat(page).contains(opened.path("trackingNumber").asText(), "Two more people");
    assertThat(page).doesNotContain("Rosa", customer.path("id").asText());

    ObjectNode promise = Api.object().put("purpose", "Ask whether it is better.");
    promise.put("channel", "phone").put("dueAt", "2026-11-09T09:00:00Z");
    promise.put("caseId", opened.path("id").asText());
    String followUp = api.post("/v1/follow-ups", promise).expect(201).id();
    JsonNode kept =
        change("/v1/follow-ups/" + followUp, Api.object().put("status", "done")).expect(200).json();
    assertThat(kept.has("inTime")).isTrue();

    String period = "?from=2026-11-02T00:00:00Z&to=2026-11-03T00:00:00Z";
    JsonNode performance =
        api.get("/v1/contact-performance" + period).expect(200).json().path("channels").path(0);
    assertThat(performance.path("interactions").asInt()).isEqualTo(1);
    assertThat(standard(performance, "answer").path("late").asInt()).isEqualTo(1);
    assertThat(standard(performance, "respond").at("/inTimeShare/n").asInt()).isEqualTo(1);
  }

  @Test
  void whoIsDissatisfiedIsSeenTo() {
    ObjectNode survey = Api.object().put("name", "How was it?");
    ObjectNode item = survey.putArray("items").addObject();
    item.put("linkId", "recommend").put("type", "nps").put("text", "Recommend?");
    String surveyId = api.post("/v1/surveys", survey).expect(201).id();
    String version = Imports.publish(api, surveyId);
    String before = respond(version, 2);
    ObjectNode rule = Api.object().put("name", "Detractor").put("source", "responses");
    rule.put("surveyId", surveyId).put("condition", "answer.recommend=le=6");
    String ruleId = api.post("/v1/case-rules", rule).expect(201).id();
    String after = respond(version, 6);
    respond(version, 7);
    assertThat(about(ruleId)).containsExactly(after);

    String run =
        api.send(Request.of("POST", "/v1/case-rules/" + ruleId + "/runs")).expect(201).id();
    Eventually.json(
        api, "/v1/case-rule-runs/" + run, each -> each.path("status").asText().equals("completed"));
    assertThat(about(ruleId)).containsExactlyInAnyOrder(before, after);
    api.post("/v1/case-rules", rule.put("condition", "answer.nobody=le=6")).expect(422);
  }

  private String respond(String version, int score) {
    ObjectNode response = Api.object().put("surveyVersionId", version);
    response.putArray("answers").addObject().put("linkId", "recommend").put("value", score);
    return api.post("/v1/responses", response).expect(201).id();
  }

  private List<String> about(String rule) {
    return api.get("/v1/cases?filter=" + Api.encode("ruleId==" + rule))
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("responseId");
  }

  private static JsonNode standard(JsonNode channel, String name) {
    for (JsonNode each : channel.path("standards")) {
      if (each.path("standard").asText().equals(name)) {
        return each;
      }
    }
    throw new AssertionError("no standard " + name + " in " + channel);
  }

  private Answer change(String path, ObjectNode patch) {
    return api.exchange(Request.patch(path, patch).with("If-Match", "*"));
  }
}
