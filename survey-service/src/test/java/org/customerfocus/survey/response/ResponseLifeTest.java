package org.customerfocus.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
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
class ResponseLifeTest {

  private final String tenant = freshTenant();
  private String survey;
  private String version;

  @BeforeEach
  void publish() {
    survey = Given.survey(tenant, Given.SURVEY);
    version = Given.version(tenant, survey);
  }

  @Test
  void isBegunGoneOnWithAndCompleted() {
    Response begun = begin("[{\"linkId\": \"overall\", \"value\": 4}]");
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
    assertThat(begun.<String>path("status")).isEqualTo("in-progress");
    assertThat(begun.<List<String>>path("allowedStatuses"))
        .containsExactly("completed", "entered-in-error");
    String id = begun.path("id");
    assertThat(people()).isZero();

    Response incomplete = patch(id, "{\"status\": \"completed\"}", "*");
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.<String>path("errors[0].detail")).contains("\"recommend\" is required");

    Response saved = patch(id, answers("recommend", 7), begun.header("ETag"));
    assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
    assertThat(saved.header("ETag")).isEqualTo("\"1\"");
    assertThat(patch(id, answers("recommend", 8), begun.header("ETag")).statusCode())
        .isEqualTo(412);
    assertThat(patch(id, answers("recommend", 11), "*").statusCode()).isEqualTo(422);

    Response completed = patch(id, "{\"status\": \"completed\"}", "\"1\"");
    assertThat(completed.statusCode()).as(completed.asString()).isEqualTo(200);
    assertThat(completed.<String>path("status")).isEqualTo("completed");
    assertThat(completed.<Integer>path("answers[0].value")).isEqualTo(7);
    assertThat(as(tenant, "surveys:read").get("/v1/responses/" + id).asString())
        .isEqualTo(completed.asString());
    assertThat(people()).isEqualTo(1);
  }

  @Test
  void anAmendmentKeepsWhatWasSaidBefore() {
    String id =
        Given.submit(tenant, whole("[{\"linkId\": \"recommend\", \"value\": 3}]")).path("id");

    Response silent = patch(id, answers("recommend", 9), "*");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.<String>path("errors[0].pointer")).isEqualTo("/status");

    Response amended =
        patch(
            id,
            """
            {"status": "amended", "answers": [{"linkId": "recommend", "value": 9}],
             "attributes": {"region": {"code": "south"}}}""",
            "*");
    assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
    assertThat(amended.<Integer>path("answers[0].value")).isEqualTo(9);
    assertThat(people()).isEqualTo(1);
    patch(id, answers("recommend", 10), "*");
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/responses/" + id + "/history"),
        """
        {"items": [
          {"id": "${uuid}", "number": 0, "status": "completed", "respondedAt": "${instant}",
           "replacedAt": "${instant}", "answers": [{"linkId": "recommend", "value": 3}],
           "attributes": {}},
          {"id": "${uuid}", "number": 1, "status": "amended", "respondedAt": "${instant}",
           "replacedAt": "${instant}", "answers": [{"linkId": "recommend", "value": 9}],
           "attributes": {"region": {"code": "south"}}}
        ]}""");

    assertThat(patch(id, "{\"status\": \"entered-in-error\"}", "*").statusCode()).isEqualTo(200);
    assertThat(people()).isZero();
    Response back = patch(id, "{\"status\": \"completed\"}", "*");
    assertThat(back.statusCode()).isEqualTo(409);
    assertThat(back.<String>path("type")).isEqualTo("/problems/transition-not-allowed");
  }

  @Test
  void whatIsTakenOutChangesNothingElse() {
    String id =
        Given.submit(tenant, whole("[{\"linkId\": \"recommend\", \"value\": 3}]")).path("id");

    Response both =
        patch(
            id,
            """
            {"status": "entered-in-error", "answers": [{"linkId": "recommend", "value": 9}]}""",
            "*");

    assertThat(both.statusCode()).isEqualTo(422);
    assertThat(both.<String>path("errors[0].pointer")).isEqualTo("/status");
    Response alone = patch(id, "{\"status\": \"entered-in-error\"}", "\"0\"");
    assertThat(alone.statusCode()).isEqualTo(200);
    assertThat(alone.<Integer>path("answers[0].value")).isEqualTo(3);
  }

  @Test
  void whatIsAnsweredIsWhatIsReadBack() {
    String id = begin("[{\"linkId\": \"recommend\", \"value\": 7}]").path("id");

    Response completed =
        patch(
            id,
            "{\"status\": \"completed\", \"respondedAt\": \"2026-01-02T03:04:05.123456789Z\"}",
            "*");

    assertThat(completed.<String>path("respondedAt")).isEqualTo("2026-01-02T03:04:05.123456Z");
    assertThat(as(tenant, "surveys:read").get("/v1/responses/" + id).asString())
        .isEqualTo(completed.asString());
  }

  @Test
  void attributesStayWhereOnlyAnswersChange() {
    String id =
        Given.submit(
                tenant,
                """
                {"surveyVersionId": "%s", "status": "in-progress", "answers": [],
                 "attributes": {"region": {"code": "south"}}}"""
                    .formatted(version))
            .path("id");

    patch(id, answers("recommend", 7), "*");
    Response changed = patch(id, "{\"attributes\": {\"visits\": {\"number\": 3}}}", "*");

    assertThat(changed.<String>path("attributes.region.code")).isEqualTo("south");
    assertThat(changed.<Integer>path("attributes.visits.number")).isEqualTo(3);
    assertThat(changed.<Integer>path("answers[0].value")).isEqualTo(7);
  }

  @Test
  void whoseItIsNeverChanges() {
    String id =
        Given.submit(tenant, whole("[{\"linkId\": \"recommend\", \"value\": 3}]")).path("id");

    Response refused =
        patch(
            id,
            "{\"status\": \"amended\", \"customerId\": \"%s\"}".formatted(UUID.randomUUID()),
            "*");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/customerId");
  }

  @Test
  void startsAsOneOfTwo() {
    Response refused =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "status": "amended",
             "answers": [{"linkId": "recommend", "value": 3}]}"""
                .formatted(version));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/status");
  }

  @Test
  void isCompletedOnceHoweverManyTryAtOnce() throws Exception {
    String id = begin("[{\"linkId\": \"recommend\", \"value\": 9}]").path("id");
    try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      clients.submit(
                          () -> patch(id, "{\"status\": \"completed\"}", "\"0\"").statusCode()))
              .toList();
      int won = 0;
      for (Future<Integer> each : answers) {
        assertThat(each.get()).isIn(200, 412);
        won += each.get() == 200 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    assertThat(people()).isEqualTo(1);
  }

  @Test
  void whatLooksLikeAProgramIsScored() {
    Given.submit(tenant, whole("[{\"linkId\": \"recommend\", \"value\": 9}]"));
    Response fast =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "signals": {"took": "PT0S"},
             "answers": [{"linkId": "recommend", "value": 9},
                         {"linkId": "why", "text": "See https://example.com"}]}"""
                .formatted(version));
    Response trapped =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "signals": {"honeypot": "x", "took": "PT40S"},
             "answers": [{"linkId": "recommend", "value": 9}]}"""
                .formatted(version));

    // 1 − (1 − 0.8) (1 − 0.4)
    assertThat(fast.<Float>path("spamScore")).isEqualTo(0.88f);
    assertThat(fast.<List<String>>path("spamReasons")).containsExactly("too-fast", "web-addresses");
    assertThat(trapped.<Integer>path("spamScore")).isEqualTo(1);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/responses?filter=spamScore>0.9")
                .<List<String>>path("items.id"))
        .containsExactly(trapped.<String>path("id"));
  }

  private Response begin(String answers) {
    return Given.submit(
        tenant,
        "{\"surveyVersionId\": \"%s\", \"status\": \"in-progress\", \"answers\": %s}"
            .formatted(version, answers));
  }

  private String whole(String answers) {
    return "{\"surveyVersionId\": \"%s\", \"answers\": %s}".formatted(version, answers);
  }

  private static String answers(String linkId, int value) {
    return "{\"answers\": [{\"linkId\": \"%s\", \"value\": %d}]}".formatted(linkId, value);
  }

  private Response patch(String id, String body, String ifMatch) {
    return as(tenant, "responses:submit")
        .contentType("application/merge-patch+json")
        .header("If-Match", ifMatch)
        .body(body)
        .patch("/v1/responses/" + id);
  }

  /// How many respondents the results count.
  private int people() {
    return as(tenant, "surveys:read")
        .get("/v1/survey-versions/" + version + "/results")
        .path("base");
  }
}
