package org.customerfocus.survey.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SurveyQuotaResourceTest {

  private final String tenant = freshTenant();
  private String survey;
  private String version;

  @BeforeEach
  void publish() {
    survey = Given.survey(tenant, Given.SURVEY);
    version = Given.version(tenant, survey);
  }

  @Test
  void aFullQuotaTakesNoMoreOfItsKind() {
    respond("north", 9);
    String quota = quota("[{\"attribute\": \"region\", \"codes\": [\"north\"]}]", 2).path("id");
    assertThat(counted(quota)).isEqualTo(1);

    assertThat(respond("north", 9).statusCode()).isEqualTo(201);
    Response full = respond("north", 9);
    assertThat(full.statusCode()).isEqualTo(409);
    assertThat(full.<String>path("type")).isEqualTo("/problems/quota-full");
    assertThat(respond("south", 9).statusCode()).isEqualTo(201);
    assertThat(counted(quota)).isEqualTo(2);
    assertThat(responses()).isEqualTo(3);
  }

  @Test
  void whatIsWithdrawnOrAmendedGivesItsPlaceBack() {
    String quota = quota("[{\"linkId\": \"recommend\", \"codes\": [\"9\"]}]", 1).path("id");
    String id = respond("north", 9).path("id");
    assertThat(counted(quota)).isEqualTo(1);

    patch(
        id, "{\"status\": \"amended\", \"answers\": [{\"linkId\": \"recommend\", \"value\": 3}]}");
    assertThat(counted(quota)).isZero();
    patch(id, "{\"answers\": [{\"linkId\": \"recommend\", \"value\": 9}]}");
    assertThat(counted(quota)).isEqualTo(1);
    patch(id, "{\"status\": \"entered-in-error\"}");
    assertThat(counted(quota)).isZero();
  }

  @Test
  void whatIsBegunIsNotCountedUntilItIsWhole() {
    String quota = quota("[]", 1).path("id");
    Response first = begin(9);
    Response second = begin(8);
    assertThat(counted(quota)).isZero();

    complete(first).then().statusCode(200);
    Response late = complete(second);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.<String>path("type")).isEqualTo("/problems/quota-full");
    assertThat(late.<String>path("detail")).contains("\"Quota\" takes 1 ");
    String kept =
        as(tenant, "surveys:read").get("/v1/responses/" + second.path("id")).path("status");
    assertThat(kept).isEqualTo("in-progress");

    Response raised =
        as(tenant, "surveys:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"limit\": 2}")
            .patch("/v1/survey-quotas/" + quota);
    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(200);
    assertThat(raised.<Boolean>path("full")).isFalse();
    complete(second).then().statusCode(200);
    assertThat(counted(quota)).isEqualTo(2);
  }

  @Test
  void twoWhoCompleteAtOnceShareOneLastPlace() throws Exception {
    String quota = quota("[{\"linkId\": \"recommend\", \"codes\": [\"9\", \"10\"]}]", 1).path("id");
    List<Response> begun = List.of(begin(9), begin(10));
    try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers =
          begun.stream().map(each -> clients.submit(() -> complete(each).statusCode())).toList();
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 409);
    }
    assertThat(counted(quota)).isEqualTo(1);
  }

  @Test
  void whoeverAnswersWhileAQuotaIsMadeIsCounted() throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 20)
              .mapToObj(i -> clients.submit(() -> respond("north", 9).statusCode()))
              .toList();
      String quota = quota("[]", 1000).path("id");
      for (Future<Integer> each : answers) {
        assertThat(each.get()).isEqualTo(201);
      }
      assertThat(counted(quota)).isEqualTo(20);
    }
  }

  @Test
  void aPageSaysKindlyThatEnoughHaveAnswered() {
    String link =
        as(tenant, "surveys:write")
            .contentType(ContentType.JSON)
            .body("{\"surveyVersionId\": \"%s\"}".formatted(version))
            .post("/v1/survey-links")
            .path("path");
    String quota = quota("[{\"linkId\": \"recommend\", \"codes\": [\"9\"]}]", 1).path("id");
    respond("north", 9);

    Response begun = page(link, "");
    assertThat(begun.statusCode()).isEqualTo(303);
    String step = begun.header("Location");
    Response full = page(step, "q:recommend=9");
    assertThat(full.statusCode()).as(full.asString()).isEqualTo(409);
    assertThat(full.contentType()).startsWith("text/html");
    assertThat(full.asString()).contains("We have enough answers").doesNotContain("problem");
    assertThat(page(step, "q:recommend=8").statusCode()).isEqualTo(303);
    assertThat(counted(quota)).isEqualTo(1);

    quota("[]", 1);
    Response closed = page(link, "");
    assertThat(closed.statusCode()).isEqualTo(409);
    assertThat(closed.asString()).contains("We have enough answers");
  }

  private Response page(String path, String form) {
    return as(tenant, "responses:submit")
        .header("Accept-Language", "en")
        .contentType("application/x-www-form-urlencoded")
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .body(form)
        .post(path.contains("step=") || !path.contains("t=") ? path : path + "&step=1");
  }

  @Test
  void completionsAtOnceNeverExceedIt() throws Exception {
    String quota = quota("[]", 7).path("id");
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 24)
              .mapToObj(i -> clients.submit(() -> respond("north", 9).statusCode()))
              .toList();
      int taken = 0;
      for (Future<Integer> each : answers) {
        assertThat(each.get()).isIn(201, 409);
        taken += each.get() == 201 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(7);
    }
    assertThat(counted(quota)).isEqualTo(7);
    assertThat(responses()).isEqualTo(7);
  }

  @Test
  void aBatchIsTakenAsFarAsThereIsRoom() {
    String quota = quota("[]", 2).path("id");
    String one = body("north", 9);

    Response batch =
        as(tenant, "responses:submit")
            .contentType(ContentType.JSON)
            .body("{\"responses\": [%s, %s, %s]}".formatted(one, one, one))
            .post("/v1/response-batches");

    assertThat(batch.statusCode()).as(batch.asString()).isEqualTo(207);
    assertThat(batch.<List<String>>path("items.outcome"))
        .containsExactly("recorded", "recorded", "refused");
    assertThat(batch.<String>path("items[2].errors[0].detail")).contains("quota");
    assertThat(counted(quota)).isEqualTo(2);
    assertThat(responses()).isEqualTo(2);
  }

  @Test
  void oneReferenceTwiceInABatchIsRefusedTwice() {
    quota("[]", 0);
    String item =
        """
        {"surveyVersionId": "%s", "externalRef": {"scheme": "till", "value": "1"},
         "answers": [{"linkId": "recommend", "value": 9}]}"""
            .formatted(version);

    Response batch =
        as(tenant, "responses:submit")
            .contentType(ContentType.JSON)
            .body("{\"responses\": [%s, %s]}".formatted(item, item))
            .post("/v1/response-batches");

    assertThat(batch.<List<String>>path("items.outcome"))
        .as(batch.asString())
        .containsExactly("refused", "refused");
    assertThat(batch.<String>path("items[1].errors[0].pointer")).isEqualTo("/externalRef");
    assertThat(responses()).isZero();
  }

  @Test
  void isReadChangedAndDeleted() {
    Response made = quota("[{\"attribute\": \"region\", \"codes\": [\"north\"]}]", 3);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String id = made.path("id");
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/survey-quotas?filter=surveyId==" + survey),
        """
        {"items": [
          {"id": "%s", "surveyId": "%s", "name": "Quota",
           "conditions": [{"attribute": "region", "codes": ["north"]}], "limit": 3, "counted": 0,
           "full": false, "createdAt": "${instant}", "updatedAt": "${instant}"}]}"""
            .formatted(id, survey));

    Response moved =
        as(tenant, "surveys:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", made.header("ETag"))
            .body("{\"conditions\": []}")
            .patch("/v1/survey-quotas/" + id);
    assertThat(moved.statusCode()).isEqualTo(422);
    assertThat(moved.<String>path("errors[0].pointer")).isEqualTo("/conditions");

    Response gone =
        as(tenant, "surveys:write").header("If-Match", "*").delete("/v1/survey-quotas/" + id);
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(as(tenant, "surveys:read").get("/v1/survey-quotas/" + id).statusCode())
        .isEqualTo(404);
  }

  @Test
  void conditionsNameWhatTheSurveyHas() {
    Response refused = quota("[{\"linkId\": \"channel\", \"codes\": [\"fax\"]}]", 1);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/conditions/0");
  }

  private Response quota(String conditions, int limit) {
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"surveyId\": \"%s\", \"name\": \"Quota\", \"conditions\": %s, \"limit\": %d}"
                .formatted(survey, conditions, limit))
        .post("/v1/survey-quotas");
  }

  private Response begin(int score) {
    return Given.submit(
        tenant,
        """
        {"surveyVersionId": "%s", "status": "in-progress",
         "answers": [{"linkId": "recommend", "value": %d}]}"""
            .formatted(version, score));
  }

  private Response complete(Response begun) {
    return as(tenant, "responses:submit")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"status\": \"completed\"}")
        .patch("/v1/responses/" + begun.path("id"));
  }

  private int counted(String quota) {
    return as(tenant, "surveys:read").get("/v1/survey-quotas/" + quota).path("counted");
  }

  private String body(String region, int score) {
    return """
        {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": %d}],
         "attributes": {"region": {"code": "%s"}}}"""
        .formatted(version, score, region);
  }

  private Response respond(String region, int score) {
    return Given.submit(tenant, body(region, score));
  }

  private void patch(String id, String body) {
    Response changed =
        as(tenant, "responses:submit")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(body)
            .patch("/v1/responses/" + id);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
  }

  private int responses() {
    return as(tenant, "surveys:read").get("/v1/responses?total=true").path("total");
  }
}
