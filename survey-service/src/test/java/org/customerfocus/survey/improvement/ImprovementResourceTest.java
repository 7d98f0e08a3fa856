package org.customerfocus.survey.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ImprovementResourceTest {

  private final String tenant = freshTenant();
  private final UUID complainant = UUID.randomUUID();

  private Response post(String path, String body) {
    return as(tenant, "feedback:write", "improvements:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "improvements:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(path);
  }

  private Response list(String path, String filter, String sort) {
    return as(tenant, "improvements:read")
        .queryParam("filter", filter)
        .queryParam("sort", sort)
        .get(path);
  }

  private String feedback() {
    Response made =
        post(
            "/v1/feedback",
            """
            {"form": "complaint", "channel": "telephone", "text": "Too slow", "partyId": "%s"}"""
                .formatted(complainant));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  private String improvement(String title, String more) {
    Response made =
        post(
            "/v1/improvements",
            """
            {"title": "%s", "opportunity": "Shorter queues", "action": "Open a desk",
             "ownerPartyId": "%s", "status": "planned",
             "evidence": [{"type": "feedback", "id": "%s"}]%s}"""
                .formatted(title, UUID.randomUUID(), feedback(), more));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  private void answer(String version, String day, int score) {
    Response made =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "respondedAt": "%sT10:00:00Z",
             "answers": [{"linkId": "recommend", "value": %d}]}"""
                .formatted(version, day, score));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
  }

  @Test
  void anImprovementIsDoneToldAndVerified() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 12; i++) {
      answer(version, "2026-01-10", i % 4 == 0 ? 9 : 3);
      answer(version, "2026-03-10", i % 4 == 0 ? 8 : 10);
      answer(version, "2026-05-10", i % 4 == 0 ? 9 : 4);
    }
    String expected =
        """
        , "expectedEffect": {"surveyId": "%s", "question": "recommend", "score": "nps",
          "change": 20}"""
            .formatted(survey);
    String id = improvement("A second desk", expected);
    String verify =
        """
        {"improvementId": "%s", "before": {"from": "2026-01-01", "to": "2026-02-01"},
         "after": {"from": "%s", "to": "%s"}}""";
    assertThat(
            post("/v1/improvement-verifications", verify.formatted(id, "2026-03-01", "2026-04-01"))
                .statusCode())
        .isEqualTo(409);
    assertThat(
            list("/v1/improvement-notifications", "improvementId==" + id, "id")
                .<List<?>>path("items"))
        .isEmpty();

    Response done = patch("/v1/improvements/" + id, "{\"status\": \"done\"}");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    assertThat(done.<String>path("doneAt")).isNotNull();
    assertThat(done.<Float>path("relativeEffect")).isEqualTo(0.1f);
    Response toTell = list("/v1/improvement-notifications", "improvementId==" + id, "status");
    assertThat(toTell.<List<String>>path("items.partyId")).containsExactly(complainant.toString());
    String told = toTell.path("items[0].id");
    assertThat(
            patch("/v1/improvement-notifications/" + told, "{\"status\": \"not-told\"}")
                .statusCode())
        .isEqualTo(422);
    Response letter =
        patch(
            "/v1/improvement-notifications/" + told,
            "{\"status\": \"told\", \"channel\": \"letter\"}");
    assertThat(letter.<String>path("toldAt")).isNotNull();

    // Before: 3 promoters, 9 detractors of 12. After: 9 promoters, 3 passives.
    Response better =
        post("/v1/improvement-verifications", verify.formatted(id, "2026-03-01", "2026-04-01"));
    assertThat(better.statusCode()).as(better.asString()).isEqualTo(201);
    assertThat(better.<String>path("outcome")).isEqualTo("verified");
    assertThat(better.<Float>path("scoreBefore.value")).isEqualTo(-50f);
    assertThat(better.<Float>path("scoreAfter.value")).isEqualTo(75f);
    assertThat(better.<Float>path("difference.value")).isEqualTo(125f);
    assertThat(better.<Float>path("pValue")).isLessThan(0.001f);
    Response same =
        post("/v1/improvement-verifications", verify.formatted(id, "2026-05-01", "2026-06-01"));
    assertThat(same.<String>path("outcome")).as(same.asString()).isEqualTo("not-verified");
    Response nobody =
        post("/v1/improvement-verifications", verify.formatted(id, "2026-08-01", "2026-09-01"));
    assertThat(nobody.statusCode()).as(nobody.asString()).isEqualTo(422);
    assertThat(
            as(tenant, "improvements:read").get("/v1/improvements/" + id).<String>path("outcome"))
        .isEqualTo("not-verified");
    assertThat(
            list("/v1/improvement-verifications", "improvementId==" + id, "madeAt")
                .<List<String>>path("items.outcome"))
        .containsExactly("verified", "not-verified");
  }

  @Test
  void tooFewAnswersAreInsufficientBetweenWaves() {
    String before = Given.survey(tenant, Given.SURVEY);
    answer(Given.version(tenant, before), "2026-01-10", 3);
    String after = Given.survey(tenant, Given.SURVEY);
    answer(Given.version(tenant, after), "2026-03-10", 9);
    String id =
        improvement(
            "x",
            """
            , "expectedEffect": {"surveyId": "%s", "question": "recommend", "change": 20}"""
                .formatted(before));
    patch("/v1/improvements/" + id, "{\"status\": \"done\"}");
    Response few =
        post(
            "/v1/improvement-verifications",
            """
            {"improvementId": "%s", "before": {"surveyId": "%s"}, "after": {"surveyId": "%s"}}"""
                .formatted(id, before, after));
    assertThat(few.<String>path("outcome")).as(few.asString()).isEqualTo("insufficient");
    assertThat(few.<String>path("difference.status")).isEqualTo("insufficient");
    Response mixed =
        post(
            "/v1/improvement-verifications",
            """
            {"improvementId": "%s", "before": {"surveyId": "%s"},
             "after": {"from": "2026-01-01"}}"""
                .formatted(id, before));
    assertThat(mixed.<List<String>>path("errors.pointer")).containsExactly("/after");
  }

  @Test
  void whatPullsTheOtherWayIsShownAndTheLargestEffectComesFirst() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);
    UUID speed = UUID.randomUUID();
    UUID care = UUID.randomUUID();
    String effects =
        """
        , "effects": [{"requirementId": "%s", "direction": "%s"},
                      {"requirementId": "%s", "role": "end-user", "direction": "%s"}],
          "expectedEffect": {"surveyId": "%s", "question": "%s", "change": %s}""";
    String faster =
        improvement(
            "Faster",
            effects.formatted(speed, "raises", care, "lowers", survey, "recommend", "10"));
    String gentler =
        improvement(
            "Gentler",
            effects.formatted(speed, "lowers", care, "raises", survey, "overall", "0.2"));
    Response shown = as(tenant, "improvements:read").get("/v1/improvements/" + faster);
    assertThat(shown.<List<String>>path("conflicts.kind"))
        .as(shown.asString())
        .containsExactlyInAnyOrder("trade-off", "opposed", "opposed");
    assertThat(shown.<String>path("conflicts[0].requirementId")).isEqualTo(care.toString());
    assertThat(shown.<List<String>>path("conflicts.improvementId"))
        .contains(gentler)
        .doesNotContain(faster);
    assertThat(
            list("/v1/improvements", "effect.requirementId==" + speed, "-relativeEffect")
                .<List<String>>path("items.title"))
        .containsExactly("Gentler", "Faster");
    patch("/v1/improvements/" + gentler, "{\"status\": \"abandoned\"}");
    assertThat(
            as(tenant, "improvements:read")
                .get("/v1/improvements/" + faster)
                .<List<String>>path("conflicts.kind"))
        .containsExactly("trade-off");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);
    Response unfit =
        post(
            "/v1/improvements",
            """
            {"title": "x", "opportunity": "y", "status": "in-progress",
             "evidence": [{"type": "driver", "id": "%s"}], "effects": [{"direction": "raises"}]}"""
                .formatted(survey));
    assertThat(unfit.<List<String>>path("errors.pointer"))
        .as(unfit.asString())
        .contains("/evidence/0/question", "/effects/0", "/action", "/ownerPartyId");
    Response unknown =
        post(
            "/v1/improvements",
            """
            {"title": "x", "opportunity": "y", "evidence": [
              {"type": "theme", "id": "%s"}, {"type": "gap", "id": "%s", "question": "none"},
              {"type": "driver", "id": "%s", "question": "clean"}]}"""
                .formatted(UUID.randomUUID(), survey, survey));
    assertThat(unknown.<List<String>>path("errors.pointer"))
        .containsExactly("/evidence/0/id", "/evidence/1/question");
    Response tooMuch =
        post(
            "/v1/improvements",
            """
            {"title": "x", "opportunity": "y",
             "expectedEffect": {"surveyId": "%1$s", "question": "overall", "change": 3},
             "evidence": [{"type": "driver", "id": "%1$s", "question": "clean"}]}"""
                .formatted(survey));
    assertThat(tooMuch.<String>path("errors[0].pointer")).isEqualTo("/expectedEffect/change");
    assertThat(as(tenant, "improvements:read").get("/v1/improvements").<List<?>>path("items"))
        .isEmpty();
  }
}
