package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas that figures stand for.
@ExtendWith(Running.class)
class FiguresIdeasTest {

  private static final String SURVEY =
      """
      {"name": "Stay", "anonymityThreshold": 5,
       "attributes": [{"key": "role", "type": "text", "label": "Role"}],
       "items": [
         {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?"},
         {"linkId": "clean", "type": "scale", "text": "How clean was it?",
          "scale": {"min": 1, "max": 5}},
         {"linkId": "quick", "type": "scale", "text": "How quick was it?",
          "scale": {"min": 1, "max": 5}}]}""";

  private final Api api = Tenant.fresh().admin();

  /// What matters most is found from the answers, and set against how well it is done.
  @Test
  void keyDriversTellWhereToConcentrate() {
    String survey = api.post("/v1/surveys", Api.read(SURVEY)).expect(201).id();
    String version =
        api.send(Request.of("POST", "/v1/surveys/" + survey + "/versions")).expect(201).id();
    ObjectNode batch = Api.object();
    ArrayNode responses = batch.putArray("responses");
    for (int i = 0; i < 60; i++) {
      // Whoever found it quick recommends it; cleanliness is good, and decides nothing.
      int quick = 1 + i % 5;
      ObjectNode response = responses.addObject().put("surveyVersionId", version);
      answer(response, "recommend", Math.min(10, quick * 2 + i / 5 % 2));
      answer(response, "clean", 4 + i / 5 % 3 % 2);
      answer(response, "quick", quick);
      response
          .putObject("attributes")
          .putObject("role")
          .put("text", i % 2 == 0 ? "end-user" : "end-user payer");
    }
    api.post("/v1/response-batches", batch).expect(200);

    String path = "/v1/surveys/" + survey;
    JsonNode drivers =
        api.get(path + "/drivers?outcome=recommend&item=clean&item=quick").expect(200).json();
    assertThat(drivers.at("/drivers/1/quadrant").asText()).isEqualTo("concentrate-here");
    assertThat(drivers.at("/drivers/0/quadrant").asText()).isEqualTo("possible-overkill");
    assertThat(
            drivers.at("/drivers/0/lmg/value").asDouble()
                + drivers.at("/drivers/1/lmg/value").asDouble())
        .isCloseTo(drivers.at("/rSquared/value").asDouble(), within(1e-9));
    JsonNode results =
        api.get(path + "/results?question=quick&question=recommend").expect(200).json();
    double mean = results.at("/questions/1/scores/mean/value").asDouble();
    assertThat(drivers.at("/drivers/1/performance/value").asDouble())
        .isCloseTo((mean - 1) / 4 * 100, within(1e-9));

    // Half of them pay as well: each is in the part of every role they have.
    JsonNode roles =
        api.get(path + "/score-comparisons?question=recommend&splitBy=role").expect(200).json();
    assertThat(roles.at("/groups/0/value").asText()).isEqualTo("end-user");
    assertThat(roles.at("/groups/0/score/n").asInt()).isEqualTo(60);
    assertThat(roles.at("/groups/1/score/n").asInt()).isEqualTo(30);
    String page = api.get(path + "/results.html?outcome=recommend").expect(200).text();
    assertThat(page)
        .contains("Concentrate here")
        .contains(String.valueOf(results.at("/questions/0/n").asInt()) + " valid answers");
    api.get(path + "/drivers?outcome=recommend&item=recommend").expect(400);
  }

  private static void answer(ObjectNode response, String linkId, int value) {
    response.withArray("answers").addObject().put("linkId", linkId).put("value", value);
  }
}
