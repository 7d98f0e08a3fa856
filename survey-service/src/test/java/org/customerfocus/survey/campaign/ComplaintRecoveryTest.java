package org.customerfocus.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class ComplaintRecoveryTest extends CampaignFixture {

  private static final int[] BEFORE = {2, 4, 6};
  private static final int[] AFTER = {8, 4, 10};

  @Test
  void whoseCaseIsClosedIsAskedWhetherTheyWereWonBack() {
    people(3, "end-user");
    String survey = Given.survey(tenant, Given.SURVEY);
    String first = Given.version(tenant, survey);
    made(
        "/v1/case-rules",
        """
        {"name": "Detractor", "source": "responses", "surveyId": "%s",
         "condition": "answer.recommend=le=6"}"""
            .formatted(survey));
    String campaign =
        made(
            "/v1/campaigns",
            """
            {"name": "Recovery", "surveyVersionId": "%s", "status": "scheduled",
             "channels": ["api"], "audience": {"segmentIds": ["%s"]},
             "trigger": {"touchpointIds": [], "caseClosed": true}}"""
                .formatted(version, segment));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/v1/campaigns/" + campaign).path("status").equals("running"));
    for (int i = 0; i < BEFORE.length; i++) {
      Response submitted =
          Given.submit(
              tenant,
              """
              {"surveyVersionId": "%s", "customerId": "%s", "partyId": "%s",
               "answers": [{"linkId": "recommend", "value": %d}]}"""
                  .formatted(first, customer(i), parties.get(i), BEFORE[i]));
      assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
    }
    List<String> cases = as(tenant, "cases:read").get("/v1/cases").path("items.id");
    assertThat(cases).hasSize(3);
    cases.forEach(this::close);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/v1/campaigns/" + campaign).<Integer>path("counts.offered") == 3);
    Response invitations = get(invitationsOf(campaign));
    assertThat(invitations.<List<String>>path("items.occasionId"))
        .containsExactlyInAnyOrderElementsOf(cases);
    for (int i = 0; i < AFTER.length; i++) {
      String invitation =
          invitations.path("items.find { it.partyId == '%s' }.id".formatted(parties.get(i)));
      Response answered =
          as(tenant, "responses:submit")
              .contentType(ContentType.JSON)
              .body(
                  "{\"answers\": [{\"linkId\": \"recommend\", \"value\": %d}]}".formatted(AFTER[i]))
              .post("/v1/invitations/" + invitation + "/responses");
      assertThat(answered.statusCode()).as(answered.asString()).isEqualTo(201);
    }
    String recovery = get("/v1/survey-versions/" + version).path("surveyId");
    Response lift = lift(survey, "recommend", recovery, "recommend");
    assertThat(lift.statusCode()).as(lift.asString()).isEqualTo(200);
    // 60, 0 and 40 points: their mean, and Student's interval with two degrees of freedom.
    assertThat(lift.<Number>path("lift.value").doubleValue()).isCloseTo(33.3333, within(1e-3));
    assertThat(lift.<Number>path("lift.interval.lower").doubleValue())
        .isCloseTo(-42.557, within(0.01));
    assertThat(lift.<Integer>path("better")).isEqualTo(2);
    assertThat(lift.<Integer>path("same")).isEqualTo(1);
    assertThat(lift(survey, "why", recovery, "recommend").statusCode()).isEqualTo(400);
    refused(
        """
        "channels": ["api"], "audience": {}, "trigger": {"touchpointIds": []}""",
        "/trigger/touchpointIds");
  }

  private void close(String id) {
    for (String change :
        List.of(
            "\"status\": \"acknowledged\"",
            "\"status\": \"assessed\", \"severity\": \"low\", \"impact\": \"low\"",
            "\"status\": \"responded\"",
            "\"status\": \"decision-communicated\", \"decision\": \"Sorry.\"",
            "\"status\": \"closed\"")) {
      as(tenant, "cases:write")
          .header("If-Match", "*")
          .contentType("application/merge-patch+json")
          .body("{" + change + "}")
          .patch("/v1/cases/" + id)
          .then()
          .statusCode(200);
    }
  }

  private String made(String path, String body) {
    Response made =
        as(tenant, "cases:write", "surveys:write")
            .contentType(ContentType.JSON)
            .body(body)
            .post(path);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("id");
  }

  private Response lift(String survey, String question, String recovery, String recoveryQuestion) {
    return as(tenant, "cases:read")
        .queryParam("surveyId", survey)
        .queryParam("question", question)
        .queryParam("recoverySurveyId", recovery)
        .queryParam("recoveryQuestion", recoveryQuestion)
        .get("/v1/case-recovery");
  }
}
