package org.customerfocus.survey.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ThemeResourceTest {

  private final String tenant = freshTenant();

  private Response post(String path, String body) {
    Response made =
        as(tenant, "feedback:write").contentType(ContentType.JSON).body(body).post(path);
    return made;
  }

  private Response patch(String path, String body) {
    return as(tenant, "feedback:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path);
  }

  private Response computed(String analysis) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> as(tenant, "feedback:read").get("/v1/theme-analyses/" + analysis),
            found -> !"queued".equals(found.path("status")));
  }

  private Response themes(String analysis) {
    return as(tenant, "feedback:read")
        .queryParam("filter", "analysisId==" + analysis)
        .queryParam("sort", "-mentions")
        .get("/v1/themes");
  }

  private void answer(String version, int score, String why) {
    answer(version, score, why, "2026-03-02");
  }

  private void answer(String version, int score, String why, String day) {
    Response made =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "respondedAt": "%sT10:00:00Z",
             "answers": [{"linkId": "recommend", "value": %d}, {"linkId": "why", "text": "%s"}]}"""
                .formatted(version, day, score, why));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
  }

  /// Six of twelve complain of queues, three praise the staff, in three versions each.
  private String survey(int threshold) {
    String survey =
        Given.survey(
            tenant,
            Given.SURVEY.replace(
                "\"anonymityThreshold\": 0", "\"anonymityThreshold\": " + threshold));
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 3; i++) {
      answer(version, 2 + i, "The queue at the desk was endless");
      answer(version, 3 + i, "Long queues in front of every desk");
      answer(version, 9, "The staff were so friendly");
      answer(version, 10, "All good");
    }
    return survey;
  }

  @Test
  void themesHaveCountEffectAndExamplesAndKeepWhatAPersonDid() {
    String survey = survey(0);
    Response made =
        post(
            "/v1/theme-analyses",
            """
            {"name": "Why", "source": "responses", "surveyId": "%s", "scoreLinkId": "recommend"}"""
                .formatted(survey));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String analysis = made.path("id");
    Response done = computed(analysis);
    assertThat(done.<String>path("status")).isEqualTo("done");
    assertThat(done.<Integer>path("texts")).isEqualTo(12);

    Response found = themes(analysis);
    Map<String, Object> queues =
        found.path("items.find { it.terms.contains('queue') || it.terms.contains('queues') }");
    assertThat(queues).as(found.asString()).isNotNull();
    String id = (String) queues.get("id");
    Response theme = as(tenant, "feedback:read").get("/v1/themes/" + id);
    assertThat(theme.<Float>path("mentions.value")).isEqualTo(6f);
    // (2+3+4+3+4+5)/6 = 3.5 and (3·9 + 3·10)/6 = 9.5
    assertThat(theme.<Float>path("scoreEffect.value")).isCloseTo(-6f, within(1e-5f));
    assertThat(theme.<Float>path("scoreEffect.interval.upper")).isNegative();
    assertThat(theme.<List<String>>path("examples.text"))
        .isNotEmpty()
        .allMatch(s -> s.contains("queue"));

    assertThat(patch("/v1/themes/" + id, "{\"name\": \"Waiting\"}").<Boolean>path("renamed"))
        .isTrue();
    Response own =
        post(
            "/v1/themes",
            """
            {"analysisId": "%s", "name": "Kindness", "terms": ["friendly", "nice people"]}"""
                .formatted(analysis));
    assertThat(own.statusCode()).as(own.asString()).isEqualTo(201);
    Response merged =
        patch("/v1/themes/" + own.path("id"), "{\"mergedIntoThemeId\": \"%s\"}".formatted(id));
    assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(200);
    computed(analysis);
    Response again = as(tenant, "feedback:read").get("/v1/themes/" + id);
    assertThat(again.<String>path("name")).isEqualTo("Waiting");
    assertThat(again.<Float>path("mentions.value")).isEqualTo(9f);
    assertThat(
            as(tenant, "feedback:read")
                .queryParam("filter", "mergedIntoThemeId==" + id)
                .get("/v1/themes")
                .<List<String>>path("items.name"))
        .containsExactly("Kindness");
    assertThat(
            patch(
                    "/v1/themes/" + id,
                    "{\"mergedIntoThemeId\": \"%s\"}".formatted(own.<String>path("id")))
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whatTooFewSayIsNotTold() {
    String analysis =
        post(
                "/v1/theme-analyses",
                """
                {"name": "Why", "source": "responses", "surveyId": "%s"}"""
                    .formatted(survey(5)))
            .path("id");
    computed(analysis);
    Response found = themes(analysis);
    assertThat(found.asString()).doesNotContain("friendly").contains("queue");
    Response own =
        post(
            "/v1/themes",
            """
            {"analysisId": "%s", "name": "Kindness", "terms": ["friendly"]}"""
                .formatted(analysis));
    computed(analysis);
    Response theme = as(tenant, "feedback:read").get("/v1/themes/" + own.path("id"));
    assertThat(theme.<String>path("mentions.status")).isEqualTo("withheld");
    assertThat(theme.<String>path("share.status")).isEqualTo("withheld");
    assertThat(theme.<List<?>>path("examples")).isEmpty();
    assertThat(
            as(tenant, "feedback:read")
                .queryParam("filter", "analysisId==%s;mentions>0".formatted(analysis))
                .get("/v1/themes")
                .asString())
        .doesNotContain("Kindness");
  }

  @Test
  void neighbouringSpansDoNotTellOfThoseBetween() {
    String survey =
        Given.survey(
            tenant, Given.SURVEY.replace("\"anonymityThreshold\": 0", "\"anonymityThreshold\": 3"));
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 4; i++) {
      answer(version, 3, "Long queues at every desk", "2026-01-10");
      answer(version, 9, "The staff were so friendly", "2026-01-10");
      answer(version, 9, "The staff were so friendly", "2026-01-11");
      answer(version, 3, "Long queues at every desk", "2026-04-10");
    }
    answer(version, 0, "Long queues at every desk", "2026-01-11");

    String quarter = spanning(survey, "\"to\": \"2026-04-01T00:00:00Z\"");
    String day = spanning(survey, "\"to\": \"2026-01-11T00:00:00Z\"");

    assertThat(computed(quarter).<Integer>path("texts")).isEqualTo(13);
    assertThat(mentions(quarter, "queue")).isEqualTo(5f);
    assertThat(mentions(quarter, "staff")).isEqualTo(8f);
    // With that of the quarter it would tell of the one who spoke of queues on 11 January.
    assertThat(computed(day).<Integer>path("texts")).isEqualTo(8);
    assertThat(mentions(day, "staff")).isEqualTo(4f);
    assertThat(themes(day).asString()).doesNotContain("queue");
    Response cut =
        post(
            "/v1/theme-analyses",
            """
            {"name": "x", "source": "responses", "surveyId": "%s", "from": "2026-01-10T09:00:00Z",
             "to": "2026-01-11T00:00:00+01:00"}"""
                .formatted(survey));
    assertThat(cut.statusCode()).isEqualTo(422);
    assertThat(cut.<List<String>>path("errors.pointer")).containsExactly("/from", "/to");
  }

  private String spanning(String survey, String span) {
    String analysis =
        post(
                "/v1/theme-analyses",
                """
                {"name": "Why", "source": "responses", "surveyId": "%s",
                 "scoreLinkId": "recommend", %s}"""
                    .formatted(survey, span))
            .path("id");
    computed(analysis);
    return analysis;
  }

  private float mentions(String analysis, String term) {
    Response found = themes(analysis);
    Float mentions =
        found.path(
            "items.find { it.terms.any { t -> t.contains('%s') } }.mentions.value".formatted(term));
    assertThat(mentions).as(found.asString()).isNotNull();
    return mentions;
  }

  @Test
  void unfitAnalysesAreRefused() {
    Response unfit =
        post(
            "/v1/theme-analyses",
            """
            {"name": "x", "source": "responses", "surveyId": "%s", "linkIds": ["recommend"],
             "scoreLinkId": "why"}"""
                .formatted(survey(0)));
    assertThat(unfit.<List<String>>path("errors.pointer"))
        .containsExactly("/linkIds/0", "/scoreLinkId");
    Response mixed =
        post(
            "/v1/theme-analyses",
            """
            {"name": "x", "source": "responses", "forms": ["complaint"]}""");
    assertThat(mixed.<List<String>>path("errors.pointer")).containsExactly("/surveyId", "/forms");
    String analysis =
        post("/v1/theme-analyses", "{\"name\": \"x\", \"source\": \"feedback\"}").path("id");
    Response term =
        post(
            "/v1/themes",
            """
            {"analysisId": "%s", "name": "x", "terms": ["gate", "at the gate"]}"""
                .formatted(analysis));
    assertThat(term.<List<String>>path("errors.pointer")).containsExactly("/terms/1");
    assertThat(computed(analysis).<Integer>path("anonymityThreshold")).isEqualTo(5);
  }
}
