package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.IntFunction;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

/// What several answers of the results tell together.
@QuarkusTest
@WithTestResource(Platform.class)
class WithheldResultsTest {

  private static final String SURVEY =
      """
      {"name": "Team", "anonymityThreshold": %d, "items": [
        {"linkId": "shift", "type": "single-choice", "text": "Which shift?",
         "options": [{"code": "day", "label": "Day"}, {"code": "night", "label": "Night"}]},
        {"linkId": "leaving", "type": "single-choice", "text": "Will you leave?",
         "nonAnswers": [{"code": "refused", "label": "Refused"}],
         "options": [{"code": "yes", "label": "Yes"}, {"code": "no", "label": "No"}]},
        {"linkId": "uses", "type": "multiple-choice", "text": "What do you use?",
         "options": [{"code": "desk", "label": "Desk"}, {"code": "van", "label": "Van"}]}]}""";

  private final String tenant = freshTenant();

  @Test
  void oneSplitDoesNotCountWhatAnotherWithholds() {
    String survey = team(5);
    String version = Given.version(tenant, survey);
    answer(version, 20, WithheldResultsTest::threeAreLeaving);

    JsonNode byAnswer = results(survey, "splitBy=leaving");
    assertThat(byAnswer.at("/split/parts")).noneMatch(part -> part.has("base"));
    JsonNode byShift = results(survey, "splitBy=shift");
    for (JsonNode part : byShift.at("/split/parts")) {
      assertThat(part.get("base").asLong()).isEqualTo(10);
      assertThat(question(part, "leaving").get("n").asLong()).isEqualTo(10);
      assertThat(question(part, "leaving").has("counts")).isFalse();
      assertThat(question(part, "leaving").has("nonAnswers")).isFalse();
      assertThat(question(part, "shift").has("counts")).isTrue();
    }
    assertThat(question(byShift, "leaving").get("n").asLong()).isEqualTo(20);
    assertThat(question(byShift, "leaving").has("counts")).isFalse();
    assertThat(question(byShift, "shift").at("/counts/0/count").asLong()).isEqualTo(10);
  }

  @Test
  void aThresholdOfOneCountsEverything() {
    String survey = team(1);
    String version = Given.version(tenant, survey);
    answer(version, 20, WithheldResultsTest::threeAreLeaving);

    JsonNode byShift = results(survey, "splitBy=shift");

    assertThat(question(byShift, "leaving").at("/counts").findValuesAsText("count"))
        .containsExactly("3", "17");
    assertThat(byShift.at("/split/parts"))
        .map(part -> question(part, "leaving").at("/counts/0/count").asLong())
        .containsExactly(2L, 1L);
  }

  @Test
  void aFewNonAnswersAreNotCountedEither() {
    String survey = team(5);
    String version = Given.version(tenant, survey);
    answer(
        version,
        20,
        i ->
            i < 2
                ? "{\"linkId\": \"leaving\", \"nonAnswer\": \"refused\"}"
                : chosen("leaving", i < 10 ? "yes" : "no"));

    JsonNode leaving = question(results(survey, "level=0.95"), "leaving");

    assertThat(leaving.get("n").asLong()).isEqualTo(18);
    assertThat(leaving.has("counts")).isFalse();
    assertThat(leaving.has("nonAnswers")).isFalse();
  }

  @Test
  void aSmallVersionAmongThreeCannotBeFoundFromTheOthers() {
    String survey = team(5);
    List<String> versions =
        List.of(
            Given.version(tenant, survey),
            Given.version(tenant, survey),
            Given.version(tenant, survey));
    for (int i = 0; i < versions.size(); i++) {
      answer(versions.get(i), i == 1 ? 3 : 9 + i, any -> chosen("shift", "day"));
    }

    assertThat(results(survey, "level=0.95").get("base").asLong()).isEqualTo(9 + 3 + 11);
    // The smallest of the others goes with the small one, whole and split.
    for (String suffix : List.of("", "?splitBy=shift")) {
      assertThat(versions)
          .map(version -> get("/v1/survey-versions/" + version + "/results" + suffix))
          .map(results -> results.path("base").asLong(-1))
          .containsExactly(-1L, -1L, 11L);
      assertThat(versions)
          .map(version -> get("/v1/survey-versions/" + version + "/results" + suffix))
          .map(results -> question(results, "shift").path("n").asLong(-1))
          .containsExactly(-1L, -1L, 11L);
    }
    JsonNode split = get("/v1/survey-versions/" + versions.get(0) + "/results?splitBy=shift");
    assertThat(split.at("/split/parts")).noneMatch(part -> part.has("base"));
  }

  @Test
  void anOverlappingPartIsWithheldWhenItLeavesAFew() {
    String survey = team(5);
    String version = Given.version(tenant, survey);
    // 17 of 20 use a desk, so that 3 do not.
    answer(
        version,
        20,
        i ->
            i < 3
                ? chosen("uses", "van")
                : i < 12 ? chosen("uses", "van", "desk") : chosen("uses", "desk"));

    JsonNode results = results(survey, "splitBy=uses");

    assertThat(results.get("base").asLong()).isEqualTo(20);
    assertThat(question(results, "uses").has("counts")).isFalse();
    JsonNode desk = results.at("/split/parts/0");
    assertThat(desk.get("value").asText()).isEqualTo("desk");
    assertThat(desk.has("base")).isFalse();
    assertThat(question(desk, "uses").get("withheld").asBoolean()).isTrue();
  }

  /// Twenty people in two shifts; two of the one and one of the other are leaving.
  private static String threeAreLeaving(int person) {
    return chosen("shift", person < 10 ? "day" : "night")
        + ", "
        + chosen("leaving", person == 0 || person == 1 || person == 10 ? "yes" : "no");
  }

  private static String chosen(String linkId, String... options) {
    return "{\"linkId\": \"%s\", \"optionCodes\": [\"%s\"]}"
        .formatted(linkId, String.join("\", \"", options));
  }

  private String team(int threshold) {
    return Given.survey(tenant, SURVEY.formatted(threshold));
  }

  private void answer(String version, int people, IntFunction<String> answers) {
    for (int i = 0; i < people; i++) {
      Response submitted =
          Given.submit(
              tenant,
              "{\"surveyVersionId\": \"%s\", \"answers\": [%s]}"
                  .formatted(version, answers.apply(i)));
      assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
    }
  }

  private JsonNode results(String survey, String query) {
    return get("/v1/surveys/" + survey + "/results?" + query);
  }

  private JsonNode get(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return Json.parse(answer.asString());
  }

  private static JsonNode question(JsonNode holder, String linkId) {
    for (JsonNode question : holder.get("questions")) {
      if (question.get("linkId").asText().equals(linkId)) {
        return question;
      }
    }
    throw new AssertionError("No question " + linkId);
  }
}
