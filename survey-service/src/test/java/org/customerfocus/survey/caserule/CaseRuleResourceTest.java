package org.customerfocus.survey.caserule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CaseRuleResourceTest {

  private final String tenant = freshTenant();

  @Test
  void eachDetractorHasOneCaseWheneverTheyAnswered() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    String before = submit(version, 3);
    submit(version, 9);
    String rule =
        post(
                "/v1/case-rules",
                """
                {"name": "Detractor", "source": "responses", "surveyId": "%s", "severity": "high",
                 "condition": "answer.recommend=le=6;nonAnswer.recommend=null=true"}"""
                    .formatted(survey))
            .path("id");
    String now = submit(version, 5);
    submit(version, 7);
    assertThat(cases("ruleId==" + rule).<List<String>>path("items.responseId"))
        .containsExactly(now);

    for (int i = 0; i < 2; i++) {
      String run = post("/v1/case-rules/" + rule + "/runs", "").path("id");
      await()
          .atMost(Duration.ofSeconds(15))
          .until(
              () -> as(tenant, "cases:read").get("/v1/case-rule-runs/" + run),
              each -> each.<String>path("status").equals("completed"));
    }
    Response all = cases("ruleId==" + rule + ";severity==high");
    assertThat(all.<List<String>>path("items.responseId")).containsExactlyInAnyOrder(before, now);
    assertThat(all.<List<String>>path("items.subject")).containsOnly("Detractor");
    Response gone =
        as(tenant, "cases:write").header("If-Match", "*").delete("/v1/case-rules/" + rule);
    assertThat(gone.statusCode()).isEqualTo(409);
  }

  @Test
  void anAmendedResponseThatNowMeetsTheConditionIsACaseOnce() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    String rule =
        post(
                "/v1/case-rules",
                """
                {"name": "Detractor", "source": "responses", "surveyId": "%s",
                 "condition": "answer.recommend=le=6"}"""
                    .formatted(survey))
            .path("id");
    String response = submit(version, 9);
    assertThat(cases("ruleId==" + rule).<List<String>>path("items.responseId")).isEmpty();
    for (int score : new int[] {2, 1}) {
      amend(response, score);
      assertThat(cases("ruleId==" + rule).<List<String>>path("items.responseId"))
          .containsExactly(response);
    }
  }

  @Test
  void feedbackThatMeetsTheConditionIsACaseAtOnceUnlessItIsOneByHand() {
    String rule =
        post(
                "/v1/case-rules",
                """
                {"name": "Complaint", "source": "feedback", "channel": "back-office",
                 "condition": "form==complaint,text==Refund*"}""")
            .path("id");
    String complaint =
        feedback("{\"form\": \"complaint\", \"channel\": \"web\", \"text\": \"No.\"}");
    feedback("{\"form\": \"compliment\", \"channel\": \"web\", \"text\": \"Yes.\"}");
    String refund =
        feedback("{\"form\": \"question\", \"channel\": \"web\", \"text\": \"Refund?\"}");
    post(
        "/v1/cases",
        """
        {"feedback": {"form": "complaint", "channel": "web", "text": "By hand."}}""");
    Response opened = cases("ruleId==" + rule);
    assertThat(opened.<List<String>>path("items.feedbackId"))
        .containsExactlyInAnyOrder(complaint, refund);
    assertThat(opened.<List<String>>path("items.channel")).containsOnly("back-office");

    Response off = patch(rule, "{\"active\": false, \"severity\": \"low\"}");
    assertThat(off.statusCode()).as(off.asString()).isEqualTo(200);
    feedback("{\"form\": \"complaint\", \"channel\": \"web\", \"text\": \"Still no.\"}");
    assertThat(cases("ruleId==" + rule).<List<String>>path("items.id")).hasSize(2);
    assertThat(patch(rule, "{\"source\": \"responses\"}").statusCode()).isEqualTo(422);
  }

  @Test
  void twoPiecesOfFeedbackAboutOneResponseAreTwoCases() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String response = submit(Given.version(tenant, survey), 3);
    post(
        "/v1/case-rules",
        """
        {"name": "Complaint", "source": "feedback", "condition": "form==complaint"}""");
    List<String> said =
        List.of("The bag is gone.", "It is still gone.").stream()
            .map(
                text ->
                    feedback(
                        """
                        {"form": "complaint", "channel": "phone", "text": "%s", "responseId": "%s"}"""
                            .formatted(text, response)))
            .toList();
    assertThat(cases("responseId==" + response).<List<String>>path("items.feedbackId"))
        .containsExactlyInAnyOrderElementsOf(said);
  }

  @Test
  void conditionsAboutWhatIsNotAskedAreRefused() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);
    for (String condition :
        List.of("answer.nothing==1", "answer.recommend==many", "attribute.region=gt", "shoe==42")) {
      Response refused =
          create(
              """
              {"name": "No", "source": "responses", "surveyId": "%s", "condition": "%s"}"""
                  .formatted(survey, condition));
      assertThat(refused.statusCode()).as(condition).isEqualTo(422);
      assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/condition");
    }
    Response unsaid =
        create("{\"name\": \"No\", \"source\": \"responses\", \"condition\": \"channel==web\"}");
    assertThat(unsaid.<String>path("errors[0].pointer")).isEqualTo("/surveyId");
  }

  private String submit(String version, int score) {
    Response submitted =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": %d}]}"""
                .formatted(version, score));
    assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
    return submitted.path("id");
  }

  private void amend(String response, int score) {
    Response amended =
        as(tenant, "responses:submit")
            .contentType(MergePatch.MEDIA_TYPE)
            .header("If-Match", "*")
            .body(
                """
                {"status": "amended", "answers": [{"linkId": "recommend", "value": %d}]}"""
                    .formatted(score))
            .patch("/v1/responses/" + response);
    assertThat(amended.statusCode()).as(amended.asString()).isEqualTo(200);
  }

  private String feedback(String body) {
    Response made =
        as(tenant, "feedback:write").contentType(ContentType.JSON).body(body).post("/v1/feedback");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  private Response cases(String filter) {
    return as(tenant, "cases:read").queryParam("filter", filter).get("/v1/cases");
  }

  private Response create(String body) {
    return as(tenant, "cases:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/case-rules");
  }

  private Response patch(String id, String body) {
    return as(tenant, "cases:write")
        .contentType(MergePatch.MEDIA_TYPE)
        .header("If-Match", "*")
        .body(body)
        .patch("/v1/case-rules/" + id);
  }

  private Response post(String path, String body) {
    var request = as(tenant, "cases:write");
    Response made =
        body.isEmpty()
            ? request.post(path)
            : request.contentType(ContentType.JSON).body(body).post(path);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }
}
