package org.customerfocus.survey.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

/// Whatever authors do to a survey between two waves, what was answered before stays as it was.
/// There are as many edits as tries of a property; a thousand of them: `./mvnw test -pl
/// survey-service -am -Dtest=RandomEditsTest -Dproperty.tries=1000
/// -Dsurefire.failIfNoSpecifiedTests=false`, and ten surveys of a thousand with `-Plong`.
@QuarkusTest
@WithTestResource(Platform.class)
class RandomEditsTest {

  private static final int WAVES = 10;
  private static final int EDITS_A_SURVEY = 1000;
  private static final int RESPONSES_A_WAVE = 4;

  private final ObjectMapper json = new ObjectMapper();
  private final String tenant = freshTenant();

  @Test
  void noEditBetweenWavesTouchesWhatWasAnswered() throws Exception {
    int left = Integer.getInteger("property.tries", EDITS_A_SURVEY);
    for (int seed = 0; left > 0; seed++) {
      int edits = Math.min(left, EDITS_A_SURVEY);
      new Life(seed, edits).live();
      left -= edits;
    }
  }

  /// A survey over its waves.
  private final class Life {
    private final Random random;
    private final RandomEdits edits;
    private final String survey;
    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final int wanted;
    private int edited;

    Life(long seed, int wanted) {
      this.wanted = wanted;
      random = new Random(seed);
      edits = new RandomEdits(json, random);
      survey = Given.survey(tenant, edits.survey().toString());
    }

    void live() throws Exception {
      for (int wave = 0; wave < WAVES; wave++) {
        String version = Given.version(tenant, survey);
        demandUnchanged();
        for (int i = 0; i < RESPONSES_A_WAVE; i++) {
          respond(version);
        }
        for (String path : List.of("results", "results.csv", "fhir-questionnaire", "")) {
          see("/v1/survey-versions/" + version + (path.isEmpty() ? "" : "/" + path));
        }
        see("/v1/surveys/" + survey + "/results");
        while (edited < wanted * (wave + 1) / WAVES) {
          edit();
        }
        demandUnchanged();
        seen.remove("/v1/surveys/" + survey + "/results");
      }
      demandNothingLost();
      assertThat(edited).isEqualTo(wanted);
    }

    private void edit() {
      String what = edits.edit();
      Response changed =
          as(tenant, "surveys:write")
              .contentType("application/merge-patch+json")
              .header("If-Match", "*")
              .body(edits.patch().toString())
              .patch("/v1/surveys/" + survey);
      assertThat(changed.statusCode()).as(what + ": " + changed.asString()).isEqualTo(200);
      edited++;
    }

    private void respond(String version) {
      ObjectNode response = json.createObjectNode().put("surveyVersionId", version);
      ArrayNode answers = response.putArray("answers");
      edits
          .questions()
          .forEach(
              question -> {
                if (random.nextInt(5) > 0) {
                  answers.add(answer(question));
                  answered.merge(question.path("linkId").asText(), 1, Integer::sum);
                }
              });
      Response recorded = Given.submit(tenant, response.toString());
      assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
      see("/v1/responses/" + recorded.<String>path("id"));
    }

    private ObjectNode answer(JsonNode question) {
      ObjectNode answer = json.createObjectNode();
      answer.put("linkId", question.path("linkId").asText());
      switch (question.path("type").asText()) {
        case "nps" -> answer.put("value", random.nextInt(11));
        case "scale" -> answer.put("value", 1 + random.nextInt(5));
        case "number" -> answer.put("number", random.nextInt(100));
        case "text" -> answer.put("text", "Words " + random.nextInt(100));
        default -> {
          JsonNode options = question.path("options");
          answer
              .putArray("optionCodes")
              .add(options.get(random.nextInt(options.size())).path("code").asText());
        }
      }
      return answer;
    }

    private void see(String path) {
      Response found = as(tenant, "surveys:read", "responses:read").get(path);
      assertThat(found.statusCode()).as(path + ": " + found.asString()).isEqualTo(200);
      seen.put(path, found.asString());
    }

    private void demandUnchanged() {
      seen.forEach(
          (path, before) ->
              assertThat(as(tenant, "surveys:read", "responses:read").get(path).asString())
                  .as(path)
                  .isEqualTo(before));
    }

    /// Across all waves each answer is counted, also to what no version asks any more.
    private void demandNothingLost() throws Exception {
      JsonNode results =
          json.readTree(
              as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/results").asString());
      Map<String, Integer> counted = new HashMap<>();
      results
          .path("questions")
          .forEach(each -> counted.put(each.path("linkId").asText(), each.path("n").asInt()));
      assertThat(counted).containsAllEntriesOf(answered);
      assertThat(results.path("base").asInt()).isEqualTo(WAVES * RESPONSES_A_WAVE);
    }
  }
}
