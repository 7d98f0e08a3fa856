package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

/// How the items of a survey hold together: sections and tables, translations, and the way through.
@QuarkusTest
@WithTestResource(Platform.class)
class ItemTreesTest extends ItemsFixture {

  @Test
  void sectionsTablesAndPairsHoldQuestions() {
    String version =
        Given.version(
            tenant,
            Given.survey(
                tenant,
                survey(
                    """
                    {"linkId": "hello", "type": "statement", "text": "Welcome."},
                    {"linkId": "section", "type": "group", "text": "About the shop", "items": [
                      {"linkId": "table", "type": "matrix", "text": "How clean?", "items": [
                        {"linkId": "hall", "type": "scale", "text": "Hall", "required": true,
                         "scale": {"min": 1, "max": 5}},
                        {"linkId": "room", "type": "scale", "text": "Room",
                         "scale": {"min": 1, "max": 5}}]},
                      {"linkId": "pair", "type": "expectation-perception", "text": "Speed",
                       "items": [
                        {"linkId": "expected", "type": "scale", "text": "Should be fast",
                         "scale": {"min": 1, "max": 7}},
                        {"linkId": "perceived", "type": "scale", "text": "Is fast",
                         "scale": {"min": 1, "max": 7}}]}]}""")));

    Response created =
        submit(
            version,
            """
            {"linkId": "hall", "value": 4}, {"linkId": "expected", "value": 7},
            {"linkId": "perceived", "value": 5}""");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    assertThat(created.<List<String>>path("answers.linkId"))
        .containsExactly("expected", "hall", "perceived");
    Json.assertBody(
        submit(
            version, "{\"linkId\": \"hall\", \"value\": 4}, {\"linkId\": \"table\", \"value\": 4}"),
        invalid(
            "/v1/responses",
            "/answers/1/linkId",
            "This survey version has no question \"table\"."));
    Json.assertBody(
        submit(version, "{\"linkId\": \"room\", \"value\": 4}"),
        invalid(
            "/v1/responses",
            "/answers",
            "The question \"hall\" is required: answer it, or give a nonAnswer."));
  }

  @Test
  void itemsThatDoNotHoldTogetherAreRefused() {
    refused(
        "{\"linkId\": \"end\", \"type\": \"nps\", \"text\": \"?\"}",
        "/items/0/linkId",
        "In skips this is the end of the survey: choose another id.");
    refused(
        "{\"linkId\": \"q\", \"type\": \"slider\", \"text\": \"?\", \"limits\": {\"min\": 0}}",
        "/items/0/limits",
        "A slider needs min, max and step.");
    refused(
        """
        {"linkId": "q", "type": "constant-sum", "text": "?",
         "options": [{"code": "a", "label": "A"}]}""",
        "/items/0/limits/total",
        "A constant sum needs a total above zero.");
    refused(
        "{\"linkId\": \"q\", \"type\": \"text\", \"text\": \"?\","
            + " \"limits\": {\"minLength\": 5, \"maxLength\": 2}}",
        "/items/0/limits/maxLength",
        "maxLength lies below minLength.");
    refused(
        "{\"linkId\": \"q\", \"type\": \"nps\", \"text\": \"?\", \"limits\": {\"max\": 9}}",
        "/items/0/limits/max",
        "A question of type nps has no max: leave it out.");
    refused(
        "{\"linkId\": \"q\", \"type\": \"statement\", \"text\": \"?\", \"required\": true}",
        "/items/0/required",
        "An item of type statement has no required: leave it out.");
    refused(
        "{\"linkId\": \"q\", \"type\": \"computed\", \"text\": \"?\"}",
        "/items/0/expression",
        "An item of type computed needs expression.");
    refused(
        """
        {"linkId": "q", "type": "nps", "text": "?",
         "nonAnswers": [{"code": "other", "label": "Other", "freeText": true}]}""",
        "/items/0/nonAnswers/0",
        "A non-answer is alone and without words anyhow: leave out freeText and exclusive.");
    refused(
        """
        {"linkId": "m", "type": "matrix", "text": "?", "items": [
          {"linkId": "a", "type": "ces", "text": "A"},
          {"linkId": "b", "type": "nps", "text": "B"}]}""",
        "/items/0/items/1",
        "The rows of a matrix are of one type (a scale, single-choice or multiple-choice) with the"
            + " same steps, options, carry-forward and non-answers.");
    refused(
        """
        {"linkId": "p", "type": "expectation-perception", "text": "?", "items": [
          {"linkId": "a", "type": "scale", "text": "A", "scale": {"min": 1, "max": 7}}]}""",
        "/items/0/items",
        "It holds two items of type scale with the same steps: first what is expected, then what is"
            + " perceived.");
  }

  @Test
  void translationsAndColoursAreChecked() throws Exception {
    String item = "{\"linkId\": \"q\", \"type\": \"nps\", \"text\": \"Recommend?\"}";
    String texts =
        """
        {"ar": {"title": "رأيك", "items": {"q": {"text": "هل توصي بنا؟", "lowLabel": "لا"}}},
         "pt-BR": {"items": {}}}""";
    String theme =
        """
        {"background": "#101010", "text": "#f5f5f5", "accent": "#8ab4f8", "onAccent": "#101010"}""";
    String survey =
        Given.survey(
            tenant, survey(item, "\"translations\": %s, \"theme\": %s".formatted(texts, theme)));
    var version =
        json.readTree(
            as(tenant, "surveys:read")
                .get("/v1/survey-versions/" + Given.version(tenant, survey))
                .asString());
    assertThat(version.path("translations")).isEqualTo(json.readTree(texts));
    assertThat(version.path("theme")).isEqualTo(json.readTree(theme));

    for (List<String> wrong :
        List.of(
            List.of(
                "\"translations\": {\"klingon!\": {}}",
                "/translations/klingon!",
                "It is a BCP 47 tag, such as en or pt-BR."),
            List.of(
                "\"translations\": {\"en\": {}}",
                "/translations/en",
                "The survey itself is written in this language."),
            List.of(
                "\"translations\": {\"de\": {\"items\": {\"x\": {\"text\": \"?\"}}}}",
                "/translations/de/items/x",
                "There is no item with this link id."),
            List.of(
                "\"translations\": {\"de\": {\"items\": {\"q\": {\"options\": {\"a\": \"A\"}}}}}",
                "/translations/de/items/q/options/a",
                "The item has no option or non-answer with this code."),
            List.of(
                "\"theme\": {\"background\": \"#ffffff\", \"text\": \"#888888\","
                    + " \"accent\": \"#0b5cad\", \"onAccent\": \"#ffffff\"}",
                "/theme/text",
                "The contrast of #888888 with the background #ffffff is 3.54 : 1, below the 4.5 : 1"
                    + " that everybody can read."))) {
      Json.assertBody(
          create(survey(item, wrong.get(0))), invalid("/v1/surveys", wrong.get(1), wrong.get(2)));
    }
  }

  @Test
  void logicLeadsThroughTheSurvey() {
    String version =
        Given.version(
            tenant,
            Given.survey(
                tenant,
                survey(
                    """
                    {"linkId": "used", "type": "multiple-choice", "text": "Used?",
                     "options": %1$s, "skips": [{"when": "'none' in answers.used", "to": "end"}]},
                    {"linkId": "best", "type": "single-choice", "text": "Best?", "options":
                     [{"code": "a", "label": "A"}, {"code": "b", "label": "B"}], "required": true,
                     "carryForward": {"from": "used", "options": "chosen"}},
                    {"linkId": "points", "type": "constant-sum", "text": "Points",
                     "limits": {"total": 10}, "options":
                     [{"code": "a", "label": "A"}, {"code": "b", "label": "B"}],
                     "carryForward": {"from": "used", "options": "chosen"}},
                    {"linkId": "count", "type": "computed", "text": "How many",
                     "expression": "answers.used.size()"}"""
                        .formatted(OPTIONS))));

    Json.assertSame(
        answers(
            submit(
                version,
                """
                {"linkId": "used", "optionCodes": ["b", "other"]},
                {"linkId": "best", "optionCodes": ["b"]}""")),
        """
        [{"linkId": "best", "optionCodes": ["b"]}, {"linkId": "count", "number": 2},
         {"linkId": "used", "optionCodes": ["b", "other"]}]""");
    // Nothing is carried forward, so that even what is required is not shown.
    Json.assertSame(
        answers(submit(version, "{\"linkId\": \"used\", \"optionCodes\": [\"other\"]}")),
        """
        [{"linkId": "best", "nonAnswer": "not-shown"}, {"linkId": "count", "number": 1},
         {"linkId": "points", "nonAnswer": "not-shown"},
         {"linkId": "used", "optionCodes": ["other"]}]""");
    Json.assertSame(
        answers(submit(version, "{\"linkId\": \"used\", \"optionCodes\": [\"none\"]}")),
        """
        [{"linkId": "best", "nonAnswer": "not-shown"}, {"linkId": "count", "nonAnswer": "not-shown"},
         {"linkId": "points", "nonAnswer": "not-shown"},
         {"linkId": "used", "optionCodes": ["none"]}]""");
    Json.assertBody(
        submit(
            version,
            """
            {"linkId": "used", "optionCodes": ["b"]}, {"linkId": "best", "optionCodes": ["b"]},
            {"linkId": "points", "allocation": [{"optionCode": "a", "amount": 10}]}"""),
        invalid(
            "/v1/responses",
            "/answers/2/allocation/0/optionCode",
            "The other answers leave this option out: choose another."));
  }

  @Test
  void logicThatDoesNotCompileIsNotPublished() {
    String survey =
        Given.survey(
            tenant,
            survey(
                """
                {"linkId": "a", "type": "nps", "text": "?", "showIf": "answers.b > 3"},
                {"linkId": "b", "type": "ces", "text": "?"}"""));
    Json.assertBody(
        as(tenant, "surveys:write").post("/v1/surveys/" + survey + "/versions"),
        invalid(
            "/v1/surveys/" + survey + "/versions",
            "/items/0/showIf",
            "\"b\" is answered only behind this item."));
  }
}
