package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Loads what the demo's customers need and require, how far the survey says that it is met, and
/// who competes.
final class DemoNeeds {

  private static final String AS_OF = "2018-05-31T00:00:00Z";

  private final Demo demo;
  private final Gateway gateway;

  DemoNeeds(Demo demo, Gateway gateway) {
    this.demo = demo;
    this.gateway = gateway;
  }

  /// @return how many requirements there are
  int load(String surveyId) throws IOException {
    each("segments.json", "/v1/segments", "name", "segment");
    each("needs.json", "/v1/needs", "statement", "need");
    JsonNode requirements = demo.body("requirements.json");
    Map<String, JsonNode> scores = scores(surveyId);
    for (int i = 0; i < requirements.size(); i++) {
      JsonNode each = requirements.path(i);
      JsonNode body = each.path("requirement");
      String id = demo.findOrCreate("/v1/requirements", "statement", body);
      demo.name("requirement" + i + "Id", id);
      String question = each.path("question").asText();
      score(id, surveyId, question, Objects.requireNonNull(scores.get(question), question));
    }
    loadCompetition();
    return requirements.size();
  }

  private void each(String file, String path, String key, String name) throws IOException {
    JsonNode bodies = demo.body(file);
    for (int i = 0; i < bodies.size(); i++) {
      demo.name(name + i + "Id", demo.findOrCreate(path, key, bodies.path(i)));
    }
  }

  /// The share of satisfied answers to each question: how far what it asks about is met.
  private Map<String, JsonNode> scores(String surveyId) {
    Map<String, JsonNode> scores = new HashMap<>();
    gateway
        .get("/v1/surveys/" + surveyId + "/results")
        .expect(200)
        .path("questions")
        .forEach(
            question -> scores.put(question.path("linkId").asText(), question.at("/scores/csat")));
    return scores;
  }

  /// Passengers were asked: the score is of all who answered, and of their segment.
  private void score(String requirement, String surveyId, String question, JsonNode score) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("score", score);
    body.putObject("source")
        .put("service", "survey")
        .put("resource", "/v1/surveys/" + surveyId + "/results")
        .put("questionId", question);
    body.put("asOf", AS_OF);
    put(requirement, body);
    put(requirement, body.put("segmentId", demo.named("segment0Id")));
  }

  private void put(String requirement, ObjectNode score) {
    gateway
        .put(
            "/v1/requirements/" + requirement + "/degree-met",
            "application/json",
            HttpRequest.BodyPublishers.ofString(score.toString()))
        .expect(200);
  }

  private void loadCompetition() throws IOException {
    String file = "competition.json";
    demo.name(
        "rivalPartyId", demo.findOrCreate("/v1/parties", "name", demo.body(file).path("party")));
    demo.name(
        "competitorId",
        demo.findOrCreate("/v1/competitors", "partyId", demo.body(file).path("competitor")));
    demo.findOrCreate("/v1/customers", "providerPartyId", demo.body(file).path("customer"));
    demo.findOrCreate(
        "/v1/competitor-comparisons", "competitorId", demo.body(file).path("comparison"));
    demo.name(
        "neighboursPartyId",
        demo.findOrCreate("/v1/parties", "name", demo.body(file).path("neighbours")));
    demo.findOrCreate("/v1/stakeholders", "partyId", demo.body(file).path("stakeholder"));
  }
}
