package org.customerfocus.survey.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SurveyResourceTest {

  private static final String SMALL =
      """
      {"name": "Exit", "items": [{"linkId": "q1", "type": "nps", "text": "Recommend?"}]}""";

  private final String tenant = freshTenant();

  @Test
  void aDraftIsPublishedClosedAndReopened() {
    String id = Given.survey(tenant, SMALL);
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/surveys/" + id),
        """
        {
          "id": "%s", "name": "Exit", "status": "draft", "allowedStatuses": [],
          "anonymityThreshold": 5, "latestVersion": 0,
          "items": [{"linkId": "q1", "type": "nps", "text": "Recommend?"}],
          "language": "en", "anonymous": false,
          "attributes": [], "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(id));

    Response published = as(tenant, "surveys:write").post("/v1/surveys/" + id + "/versions");
    assertThat(published.statusCode()).isEqualTo(201);
    String version = published.path("id");
    assertThat(published.header("Location")).isEqualTo("/v1/survey-versions/" + version);
    String expected =
        """
        {
          "id": "%s", "surveyId": "%s", "number": 1, "publishedAt": "${instant}", "name": "Exit",
          "items": [{"linkId": "q1", "type": "nps", "text": "Recommend?"}], "attributes": [],
          "language": "en", "anonymous": false
        }"""
            .formatted(version, id);
    Json.assertBody(published, expected);

    assertThat(patch(id, "*", "{\"name\": \"Exit 2\", \"status\": \"closed\"}").statusCode())
        .isEqualTo(200);
    Json.assertBody(as(tenant, "surveys:read").get("/v1/survey-versions/" + version), expected);
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/surveys/" + id + "/versions"),
        "{\"items\": [%s]}".formatted(expected));
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/surveys/" + id),
        """
        {
          "id": "%s", "name": "Exit 2", "status": "closed", "allowedStatuses": ["published"],
          "anonymityThreshold": 5, "latestVersion": 1,
          "items": [{"linkId": "q1", "type": "nps", "text": "Recommend?"}],
          "language": "en", "anonymous": false,
          "attributes": [], "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(id));
    assertThat(as(tenant, "surveys:write").post("/v1/surveys/" + id + "/versions").statusCode())
        .isEqualTo(409);
    assertThat(patch(id, "\"2\"", "{\"status\": \"published\"}").header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void aDraftIsNotPublishedByItsStatus() {
    String id = Given.survey(tenant, SMALL);

    Json.assertBody(
        patch(id, "\"0\"", "{\"status\": \"published\"}"),
        """
        {
          "type": "/problems/transition-not-allowed", "title": "The status cannot change that way",
          "status": 409, "instance": "/v1/surveys/%1$s", "requestId": "${text}",
          "detail":
            "A draft is published by making its first version: POST /v1/surveys/%1$s/versions."
        }"""
            .formatted(id));
  }

  @Test
  void theThresholdOfAPublishedSurveyIsOnlyRaised() {
    String id = Given.survey(tenant, SMALL);
    assertThat(patch(id, "*", "{\"anonymityThreshold\": 3}").statusCode()).isEqualTo(200);
    Given.version(tenant, id);

    for (String lower : List.of("0", "2")) {
      Response refused = patch(id, "*", "{\"anonymityThreshold\": %s}".formatted(lower));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/anonymityThreshold");
      assertThat(refused.<String>path("errors[0].detail"))
          .isEqualTo("can only be raised once published");
    }
    Response raised = patch(id, "*", "{\"anonymityThreshold\": 10}");
    assertThat(raised.statusCode()).isEqualTo(200);
    assertThat(raised.<Integer>path("anonymityThreshold")).isEqualTo(10);
  }

  @Test
  void onlyDraftsAreDeleted() {
    String draft = Given.survey(tenant, SMALL);
    assertThat(
            as(tenant, "surveys:write")
                .header("If-Match", "\"0\"")
                .delete("/v1/surveys/" + draft)
                .statusCode())
        .isEqualTo(204);
    assertThat(as(tenant, "surveys:read").get("/v1/surveys/" + draft).statusCode()).isEqualTo(404);

    String published = Given.survey(tenant, SMALL);
    Given.version(tenant, published);
    Json.assertBody(
        as(tenant, "surveys:write").header("If-Match", "*").delete("/v1/surveys/" + published),
        """
        {
          "type": "/problems/in-use", "title": "The resource is still referred to", "status": 409,
          "detail": "The survey has 1 published versions. Set its status to closed instead.",
          "instance": "/v1/surveys/%s", "requestId": "${text}"
        }"""
            .formatted(published));
  }

  @Test
  void aLaterVersionKeepsWhatAnIdMeans() {
    String id = Given.survey(tenant, SMALL);
    Given.version(tenant, id);
    patch(
        id,
        "*",
        """
        {"items": [{"linkId": "q1", "type": "ces", "text": "Easy?"},
                       {"linkId": "q2", "type": "nps", "text": "Recommend?"}]}""");

    Json.assertBody(
        as(tenant, "surveys:write").post("/v1/surveys/" + id + "/versions"),
        """
        {
          "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/surveys/%s/versions", "requestId": "${text}",
          "errors": [{
            "pointer": "/items/0/linkId",
            "detail":
              "A published version asks \\"q1\\" with another type or scale: give the changed question a new id."
          }]
        }"""
            .formatted(id));
  }

  @Test
  void namesWhatIsWrongWithAQuestion() {
    Json.assertBody(
        as(tenant, "surveys:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "Wrong",
                 "attributes": [{"key": "a", "type": "choice", "label": "A"}],
                 "items": [
                   {"linkId": "a", "type": "csat", "text": "?"},
                   {"linkId": "b", "type": "scale", "text": "?", "scale": {"min": 5, "max": 1}},
                   {"linkId": "b", "type": "single-choice", "text": "?",
                    "options": [{"code": "x", "label": "X"}, {"code": "x", "label": "X"}]},
                   {"linkId": "c", "type": "nps", "text": "?", "topBoxes": [9],
                    "nonAnswers": [{"code": "no-answer", "label": "None"}]}]}""")
            .post("/v1/surveys"),
        """
        {
          "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/surveys", "requestId": "${text}",
          "errors": [
            {"pointer": "/items/0/scale", "detail": "An item of type csat needs scale."},
            {"pointer": "/items/0/topBoxes",
             "detail": "An item of type csat needs topBoxes."},
            {"pointer": "/items/1/scale",
             "detail": "A scale runs from a lower min to a higher max, in at most 101 steps."},
            {"pointer": "/items/2/linkId", "detail": "\\"b\\" is taken by /items/1."},
            {"pointer": "/items/2/options/1/code", "detail": "\\"x\\" is taken by /options/0."},
            {"pointer": "/items/3/topBoxes",
             "detail": "An item of type nps has no topBoxes: leave it out."},
            {"pointer": "/items/3/nonAnswers/0/code",
             "detail": "\\"no-answer\\" is built in: leave it out, it can be used as it is."},
            {"pointer": "/attributes/0/options",
             "detail": "An attribute of type choice needs options."},
            {"pointer": "/attributes/0/key",
             "detail": "An item has this id already; results could not tell them apart."}
          ]
        }""");
  }

  @Test
  void ofManyChangesToOneVersionOneWins() throws Exception {
    String id = Given.survey(tenant, SMALL);
    List<Callable<Integer>> patches = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String name = "{\"name\": \"Name %d\"}".formatted(i);
      patches.add(() -> patch(id, "\"0\"", name).statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(64)) {
      for (Future<Integer> status : threads.invokeAll(patches)) {
        statuses.add(status.get());
      }
    }

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(63);
  }

  @Test
  void aRetriedCreationGetsTheFirstAnswer() {
    Response first = create("key-1");
    Response second = create("key-1");

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(as(tenant, "surveys:read").get("/v1/surveys?total=true").<Integer>path("total"))
        .isEqualTo(1);
  }

  @Test
  void anotherTenantSeesNothing() {
    String id = Given.survey(tenant, SMALL);
    String version = Given.version(tenant, id);
    String other = freshTenant();

    for (String path :
        List.of(
            "/v1/surveys/" + id,
            "/v1/survey-versions/" + version,
            "/v1/surveys/" + id + "/versions")) {
      assertThat(as(other, "surveys:read").get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(as(other, "surveys:write").post("/v1/surveys/" + id + "/versions").statusCode())
        .isEqualTo(404);
    Json.assertBody(as(other, "surveys:read").get("/v1/surveys"), "{\"items\": []}");
  }

  @Test
  void everyOperationNeedsItsScope() {
    assertThat(as(tenant, "surveys:write").get("/v1/surveys").statusCode()).isEqualTo(403);
    assertThat(
            as(tenant, "surveys:read")
                .contentType(ContentType.JSON)
                .body(SMALL)
                .post("/v1/surveys")
                .statusCode())
        .isEqualTo(403);
  }

  private Response create(String key) {
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(SMALL)
        .post("/v1/surveys");
  }

  private Response patch(String id, String ifMatch, String body) {
    return as(tenant, "surveys:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", ifMatch)
        .body(body)
        .patch("/v1/surveys/" + id);
  }
}
