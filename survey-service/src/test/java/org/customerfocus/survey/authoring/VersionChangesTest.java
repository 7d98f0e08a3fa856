package org.customerfocus.survey.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class VersionChangesTest {

  private static final String FIRST =
      """
      {"name": "Visit",
       "attributes": [{"key": "city", "type": "text", "label": "City"}],
       "items": [
         {"linkId": "recommend", "type": "nps", "text": "Recommend?"},
         {"linkId": "used", "type": "multiple-choice", "text": "Used?", "options": [
           {"code": "a", "label": "A"}, {"code": "b", "label": "B"}, {"code": "c", "label": "C"}]},
         {"linkId": "minutes", "type": "number", "text": "Minutes?", "limits": {"max": 60}},
         {"linkId": "why", "type": "text", "text": "Why?"}]}""";

  private static final String SECOND =
      """
      {"name": "Visit", "title": "Your visit",
       "attributes": [{"key": "city", "type": "text", "label": "Town"}],
       "translations": {"fr": {"items": {"used": {"options": {"a": "Un"}}}}},
       "items": [
         {"linkId": "minutes", "type": "number", "text": "Minutes?", "limits": {"max": 90}},
         {"linkId": "recommend", "type": "nps", "text": "Recommend?"},
         {"linkId": "details", "type": "group", "text": "Details", "items": [
           {"linkId": "used", "type": "multiple-choice", "text": "Used?", "options": [
             {"code": "c", "label": "C"}, {"code": "a", "label": "Alpha"},
             {"code": "d", "label": "D"}]}]}]}""";

  private final String tenant = freshTenant();

  @Test
  void tellsWhatWasAddedRemovedChangedAndMoved() {
    String survey = Given.survey(tenant, FIRST);
    String one = Given.version(tenant, survey);
    replace(survey, SECOND);
    String two = Given.version(tenant, survey);

    Response changes = changes(two, "?since=" + one);
    Json.assertBody(
        changes,
        """
        {
          "surveyVersionId": "%s", "number": 2, "sinceVersionId": "%s", "sinceNumber": 1,
          "members": [{"member": "title", "after": "Your visit"}],
          "items": [
            {"linkId": "minutes", "text": "Minutes?", "kinds": ["changed", "moved"],
             "before": {"behind": "used"}, "after": {},
             "members": [{"member": "limits.max", "before": "60", "after": "90"}],
             "options": [], "nonAnswers": []},
            {"linkId": "details", "text": "Details", "kinds": ["added"],
             "after": {"behind": "recommend"}, "members": [], "options": [], "nonAnswers": []},
            {"linkId": "used", "text": "Used?", "kinds": ["changed", "moved"],
             "before": {"behind": "recommend"}, "after": {"within": "details"},
             "members": [{"member": "translations.fr.options.a", "after": "Un"}],
             "options": [
               {"code": "c", "kinds": ["moved"], "members": []},
               {"code": "a", "kinds": ["changed"],
                "members": [{"member": "label", "before": "A", "after": "Alpha"}]},
               {"code": "d", "kinds": ["added"], "members": []},
               {"code": "b", "kinds": ["removed"], "members": []}],
             "nonAnswers": []},
            {"linkId": "why", "text": "Why?", "kinds": ["removed"],
             "before": {"behind": "minutes"}, "members": [], "options": [], "nonAnswers": []}],
          "attributes": [
            {"key": "city", "kinds": ["changed"],
             "members": [{"member": "label", "before": "City", "after": "Town"}], "options": []}]
        }"""
            .formatted(two, one));
    assertThat(changes(two, "").asString()).isEqualTo(changes.asString());
  }

  @Test
  void theFirstVersionHasAllOfItAdded() {
    String version = Given.version(tenant, Given.survey(tenant, FIRST));
    Response changes = changes(version, "");
    assertThat(changes.jsonPath().getList("items.kinds.flatten().unique()", String.class))
        .containsExactly("added");
    assertThat(changes.jsonPath().getList("items.linkId", String.class))
        .containsExactly("recommend", "used", "minutes", "why");
    assertThat(changes.<String>path("sinceVersionId")).isNull();
  }

  @Test
  void versionsOfAnotherSurveyAreNotCompared() {
    String one = Given.version(tenant, Given.survey(tenant, FIRST));
    String other = Given.version(tenant, Given.survey(tenant, FIRST));
    assertThat(changes(one, "?since=" + other).statusCode()).isEqualTo(400);
    assertThat(changes(one, "?since=0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43").statusCode())
        .isEqualTo(404);
    assertThat(changes(one, "?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(changes(one, "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatPublishingWouldRefuseIsToldBefore() {
    String survey =
        Given.survey(
            tenant,
            """
            {"name": "Wrong", "items": [
              {"linkId": "a", "type": "nps", "text": "?", "showIf": "answers.b == 1"},
              {"linkId": "b", "type": "ces", "text": "?",
               "skips": [{"when": "answers.b > 'x'", "to": "a"}]},
              {"linkId": "c", "type": "computed", "text": "?", "expression": "answers.none + 1"},
              {"linkId": "d", "type": "single-choice", "text": "?",
               "carryForward": {"from": "a", "options": "chosen"},
               "options": [{"code": "x", "label": "X"}]}]}""");

    Response problems = problems(survey);
    assertThat(problems.<Boolean>path("publishable")).isFalse();
    assertThat(problems.jsonPath().getList("problems.pointer", String.class))
        .containsExactly(
            "/items/0/showIf",
            "/items/1/skips/0/when",
            "/items/1/skips/0/to",
            "/items/2/expression",
            "/items/3/carryForward/from");
    Response refused = as(tenant, "surveys:write").post("/v1/surveys/" + survey + "/versions");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("errors.detail", String.class))
        .isEqualTo(problems.jsonPath().getList("problems.detail", String.class));
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/surveys/" + survey + "/versions")
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  @Test
  void aSurveyThatHoldsTogetherIsPublishableUntilItIsClosed() {
    String survey = Given.survey(tenant, FIRST);
    Json.assertBody(problems(survey), "{\"publishable\": true, \"problems\": []}");
    Given.version(tenant, survey);
    replace(
        survey,
        """
        {"items": [{"linkId": "why", "type": "nps", "text": "Why?"}]}""");
    assertThat(problems(survey).jsonPath().getList("problems.pointer", String.class))
        .containsExactly("/items/0/linkId");
    replace(survey, FIRST.replace("\"name\"", "\"status\": \"closed\", \"name\""));
    Json.assertBody(problems(survey), "{\"publishable\": false, \"problems\": []}");
  }

  private Response problems(String survey) {
    return as(tenant, "surveys:read").get("/v1/surveys/" + survey + "/problems");
  }

  private Response changes(String version, String query) {
    return as(tenant, "surveys:read").get("/v1/survey-versions/" + version + "/changes" + query);
  }

  private void replace(String survey, String body) {
    Response changed =
        as(tenant, "surveys:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(body)
            .patch("/v1/surveys/" + survey);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
  }
}
