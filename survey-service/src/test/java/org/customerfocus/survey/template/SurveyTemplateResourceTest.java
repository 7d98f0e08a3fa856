package org.customerfocus.survey.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SurveyTemplateResourceTest {

  private static final List<String> IDS =
      List.of(
          "nps",
          "csat",
          "ces",
          "servqual",
          "one-thing",
          "onboarding",
          "exit",
          "gemba-observation",
          "baldrige-customers",
          "service-value-maturity",
          "complaint-recovery");

  @Inject ObjectMapper json;

  @Inject Templates templates;

  private final String tenant = freshTenant();

  @Test
  void listsAllInBrief() {
    Response list = as(tenant, "surveys:read").get("/v1/survey-templates");
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.<List<String>>path("items.id")).isEqualTo(IDS);
    Map<String, Object> nps = list.path("items[0]");
    assertThat(nps)
        .containsOnlyKeys("id", "name", "purpose", "source", "languages", "questions")
        .containsEntry("name", "Net Promoter Score")
        .containsEntry("languages", List.of("en", "ar", "de", "es", "fr", "nl"))
        .containsEntry("questions", 4);
    // 22 pairs, the constant sum and a comment.
    assertThat(list.<Integer>path("items.find { it.id == 'servqual' }.questions")).isEqualTo(46);
  }

  @Test
  void everyTemplateIsWholeAndCompiles() {
    for (String id : IDS) {
      SurveyTemplateView template = templates.named(id);
      Definition definition = templates.definition(id);
      assertThat(template.id()).isEqualTo(id);
      assertThat(definition.violations()).as(id).isEmpty();
      assertThat(definition.questionnaire().logic().violations()).as(id).isEmpty();
      assertThat(template.purpose()).as(id).hasSizeBetween(20, 1000);
      assertThat(template.source()).as(id).hasSizeBetween(20, 1000);
    }
  }

  @Test
  void everyTemplateIsWholeInEveryLanguage() {
    for (String id : IDS) {
      Definition definition = templates.definition(id);
      assertThat(new TreeSet<>(definition.translationMap().keySet()))
          .as(id)
          .containsExactly("ar", "de", "es", "fr", "nl");
      definition
          .translationMap()
          .forEach(
              (language, texts) ->
                  assertThat(untranslated(definition, texts)).as(id + " " + language).isEmpty());
      assertThat(json.valueToTree(definition.translationMap().get("ar")).findValuesAsText("text"))
          .as(id)
          .isNotEmpty()
          .allMatch(text -> text.codePoints().anyMatch(SurveyTemplateResourceTest::isArabic));
    }
  }

  private static boolean isArabic(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC;
  }

  /// What a translation leaves in the survey's own language.
  private static List<String> untranslated(Definition definition, Translation texts) {
    List<String> missing = new ArrayList<>();
    note(missing, "title", definition.title(), texts.title());
    note(missing, "introduction", definition.introduction(), texts.introduction());
    note(missing, "completion", definition.completion(), texts.completion());
    definition.items().forEach(item -> untranslated(missing, item, texts));
    return missing;
  }

  private static void untranslated(List<String> missing, Item item, Translation translation) {
    ItemTexts texts = translation.itemMap().get(item.linkId());
    if (texts == null) {
      missing.add(item.linkId());
      return;
    }
    note(missing, item.linkId(), item.text(), texts.text());
    note(missing, item.linkId() + " help", item.help(), texts.help());
    note(missing, item.linkId() + " low", item.lowLabel(), texts.lowLabel());
    note(missing, item.linkId() + " high", item.highLabel(), texts.highLabel());
    List<Option> labels = new ArrayList<>(item.optionList());
    labels.addAll(item.nonAnswerList());
    for (Option each : labels) {
      note(
          missing,
          item.linkId() + " " + each.code(),
          each.label(),
          texts.options() == null ? null : texts.options().get(each.code()));
    }
    item.itemList().forEach(each -> untranslated(missing, each, translation));
  }

  private static void note(List<String> missing, String what, Object own, Object other) {
    if (own != null && other == null) {
      missing.add(what);
    }
  }

  @Test
  void everyTemplateMakesASurveyThatIsPublished() {
    for (String id : IDS) {
      String survey =
          Given.survey(
              tenant, "{\"name\": \"Ours: %1$s\", \"templateId\": \"%1$s\"}".formatted(id));
      Given.version(tenant, survey);
    }
  }

  @Test
  void aTemplateIsAnsweredAsItLies() throws Exception {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("templates/nps.json")) {
      Response answered = as(tenant, "surveys:read").get("/v1/survey-templates/nps");
      assertThat(answered.statusCode()).isEqualTo(200);
      assertThat(json.readTree(answered.asString())).isEqualTo(json.readTree(file));
      assertThat(
              as(tenant, "surveys:read")
                  .header("If-None-Match", answered.header("ETag"))
                  .get("/v1/survey-templates/nps")
                  .statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void anUnknownTemplateIsNotFound() {
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/survey-templates/horoscope"),
        """
        {
          "type": "/problems/not-found", "title": "There is no such resource", "status": 404,
          "detail": "There is no survey template horoscope.",
          "instance": "/v1/survey-templates/horoscope", "requestId": "${text}"
        }""");
  }

  @Test
  void whatTheRequestSaysStandsInPlaceOfTheTemplate() {
    Response created =
        create(
            """
            {"name": "Pulse", "templateId": "one-thing", "title": "Tell us", "anonymous": true,
             "anonymityThreshold": 10,
             "translations": {"fr": {"title": "Dites-nous"}, "de": {"title": "Sagen Sie es uns"}},
             "theme": {"background": "#ffffff", "text": "#000000", "accent": "#0b5cad",
                       "onAccent": "#ffffff"}}""");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    SurveyTemplateView template = templates.named("one-thing");
    assertThat(created.<String>path("name")).isEqualTo("Pulse");
    assertThat(created.<String>path("description")).isEqualTo(template.purpose());
    assertThat(created.<String>path("title")).isEqualTo("Tell us");
    assertThat(created.<String>path("introduction")).isEqualTo(template.introduction());
    assertThat(created.<Boolean>path("anonymous")).isTrue();
    assertThat(created.<Integer>path("anonymityThreshold")).isEqualTo(10);
    assertThat(created.<Map<String, Object>>path("translations"))
        .containsOnlyKeys("ar", "de", "es", "fr", "nl")
        .containsEntry("de", Map.of("title", "Sagen Sie es uns"));
    assertThat(created.<String>path("theme.text")).isEqualTo("#000000");
    assertThat(created.<List<String>>path("items.linkId"))
        .containsExactly("one-thing", "area", "matters", "tell-me", "email");
    assertThat(created.<String>path("templateId")).isNull();
  }

  @Test
  void aSurveyHasItsItemsFromOnePlace() {
    refused(
        "{\"name\": \"X\"}",
        "/items",
        "A survey has items: give them, or the templateId of a template.");
    refused(
        "{\"name\": \"X\", \"templateId\": \"horoscope\"}",
        "/templateId",
        "There is no template \\\"horoscope\\\": GET /v1/survey-templates lists those there are.");
    refused(
        """
        {"name": "X", "templateId": "nps",
         "items": [{"linkId": "a", "type": "nps", "text": "?"}]}""",
        "/items",
        "They come from the template: leave them out, or leave out templateId.");
    refused(
        "{\"name\": \"X\", \"templateId\": \"nps\", \"language\": \"de\"}",
        "/language",
        "The texts of the template are written in en; other languages are translations.");
    String survey = create("{\"name\": \"X\", \"templateId\": \"nps\"}").path("id");
    Json.assertBody(
        as(tenant, "surveys:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"templateId\": \"ces\"}")
            .patch("/v1/surveys/" + survey),
        invalid(
            "/v1/surveys/" + survey,
            "/templateId",
            "A template makes a new survey; it changes none."));
  }

  @Test
  void scoresOfServqualAreComputed() {
    String survey = create("{\"name\": \"Quality\", \"templateId\": \"servqual\"}").path("id");
    String version = Given.version(tenant, survey);
    List<String> answers = new ArrayList<>();
    Definition definition = templates.definition("servqual");
    for (Item question : definition.questionnaire().questions()) {
      if (question.type() == ItemType.SCALE) {
        // Everything falls one short of what is expected, empathy two.
        boolean expected = question.linkId().endsWith("-expected");
        int value = expected ? 6 : question.linkId().startsWith("empathy") ? 4 : 5;
        answers.add("{\"linkId\": \"%s\", \"value\": %d}".formatted(question.linkId(), value));
      }
    }
    String pairs = String.join(",", answers);
    Response whole =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "answers": [%s, {"linkId": "importance", "allocation": [
              {"optionCode": "reliability", "amount": 70},
              {"optionCode": "empathy", "amount": 30}]}]}"""
                .formatted(version, pairs));
    assertThat(whole.statusCode()).as(whole.asString()).isEqualTo(201);
    assertThat(computed(whole))
        .isEqualTo(
            Map.of(
                "gap-tangibles", "-1",
                "gap-reliability", "-1",
                "gap-responsiveness", "-1",
                "gap-assurance", "-1",
                "gap-empathy", "-2",
                "gap-weighted", "-1.3"));

    // Who does not share out the points has gaps, but none that is weighted.
    Response unweighted =
        Given.submit(
            tenant, "{\"surveyVersionId\": \"%s\", \"answers\": [%s]}".formatted(version, pairs));
    assertThat(computed(unweighted)).hasSize(5).doesNotContainKey("gap-weighted");
  }

  private static Map<String, String> computed(Response response) {
    Map<String, String> numbers = new java.util.TreeMap<>();
    response
        .<List<Map<String, Object>>>path("answers")
        .forEach(
            answer -> {
              if (answer.containsKey("number")) {
                numbers.put((String) answer.get("linkId"), answer.get("number").toString());
              }
            });
    return numbers;
  }

  @Test
  void everyOperationNeedsItsScope() {
    for (String path : List.of("/v1/survey-templates", "/v1/survey-templates/nps")) {
      assertThat(as(tenant, "surveys:write").get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  private Response create(String body) {
    return as(tenant, "surveys:write").contentType(ContentType.JSON).body(body).post("/v1/surveys");
  }

  private void refused(String body, String pointer, String detail) {
    Json.assertBody(create(body), invalid("/v1/surveys", pointer, detail));
  }

  private static String invalid(String instance, String pointer, String detail) {
    return """
    {
      "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
      "detail": "Correct the fields that are listed in errors and send again.",
      "instance": "%s", "requestId": "${text}",
      "errors": [{"pointer": "%s", "detail": "%s"}]
    }"""
        .formatted(instance, pointer, detail);
  }
}
