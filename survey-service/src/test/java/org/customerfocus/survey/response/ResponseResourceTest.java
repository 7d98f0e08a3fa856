package org.customerfocus.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ResponseResourceTest {

  private final String tenant = freshTenant();

  @Test
  void recordsEveryTypeOfAnswer() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);

    Response created =
        Given.submit(
            tenant,
            """
            {
              "surveyVersionId": "%s",
              "respondedAt": "2026-11-20T10:00:00Z",
              "weight": 1.50,
              "customerId": "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43",
              "externalRef": {"scheme": "kiosk", "value": "k-1"},
              "answers": [
                {"linkId": "recommend", "value": 9},
                {"linkId": "overall", "value": 4},
                {"linkId": "effort", "nonAnswer": "no-answer"},
                {"linkId": "channel", "optionCodes": ["web"]},
                {"linkId": "used", "optionCodes": ["c", "a"]},
                {"linkId": "minutes", "number": 12.50},
                {"linkId": "why", "text": "Friendly.\\nAnd quick."},
                {"linkId": "day", "date": "2026-11-19"}
              ],
              "attributes": {
                "region": {"code": "north"},
                "city": {"text": "Ghent"},
                "visits": {"number": 3},
                "member": {"truth": true},
                "since": {"date": "2020-01-01"}
              }
            }"""
                .formatted(version));

    assertThat(created.statusCode()).isEqualTo(201);
    String id = created.path("id");
    assertThat(created.header("Location")).isEqualTo("/v1/responses/" + id);
    Json.assertBody(
        created,
        """
        {
          "id": "%s", "surveyId": "%s", "surveyVersionId": "%s",
          "status": "completed", "allowedStatuses": ["amended", "entered-in-error"],
          "channel": "api", "respondedAt": "2026-11-20T10:00:00Z", "recordedAt": "${instant}", "weight": 1.5,
          "customerId": "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43",
          "externalRef": {"scheme": "kiosk", "value": "k-1"},
          "answers": [
            {"linkId": "channel", "optionCodes": ["web"]},
            {"linkId": "day", "date": "2026-11-19"},
            {"linkId": "effort", "nonAnswer": "no-answer"},
            {"linkId": "minutes", "number": 12.5},
            {"linkId": "overall", "value": 4},
            {"linkId": "recommend", "value": 9},
            {"linkId": "used", "optionCodes": ["c", "a"]},
            {"linkId": "why", "text": "Friendly.\\nAnd quick."}
          ],
          "attributes": {
            "city": {"text": "Ghent"}, "member": {"truth": true}, "region": {"code": "north"},
            "since": {"date": "2020-01-01"}, "visits": {"number": 3}
          }
        }"""
            .formatted(id, survey, version));
    assertThat(as(tenant, "surveys:read").get("/v1/responses/" + id).asString())
        .isEqualTo(created.asString());
    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/responses?filter=surveyId==" + survey),
        "{\"items\": [%s]}".formatted(created.asString()));
  }

  @Test
  void namesWhatIsWrongWithAnAnswer() {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));

    Json.assertBody(
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "respondedAt": "2999-01-01T00:00:00Z",
             "answers": [
               {"linkId": "overall", "value": 6},
               {"linkId": "unheard-of", "value": 1},
               {"linkId": "channel", "value": 1},
               {"linkId": "effort"},
               {"linkId": "used", "optionCodes": ["a", "z"]},
               {"linkId": "clean", "nonAnswer": "refused"}],
             "attributes": {"region": {"text": "north"}, "city": {"text": "Ghent"},
                            "size": {"number": 1}}}"""
                .formatted(version)),
        """
        {
          "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/responses", "requestId": "${text}",
          "errors": [
            {"pointer": "/answers/0/value", "detail": "6 lies outside the scale 1–5 of this question."},
            {"pointer": "/answers/1/linkId",
             "detail": "This survey version has no question \\"unheard-of\\"."},
            {"pointer": "/answers/2",
             "detail": "An answer to a question of type single-choice has either optionCodes or nonAnswer; this one has value."},
            {"pointer": "/answers/3",
             "detail": "An answer to a question of type ces has either value or nonAnswer; this one has neither."},
            {"pointer": "/answers/4/optionCodes/1", "detail": "\\"z\\" is no option of this question."},
            {"pointer": "/answers/5/nonAnswer",
             "detail": "\\"refused\\" is no non-answer of this question."},
            {"pointer": "/answers",
             "detail": "The question \\"recommend\\" is required: answer it, or give a nonAnswer."},
            {"pointer": "/attributes/region",
             "detail": "A value of an attribute of type choice has the member code and no other."},
            {"pointer": "/attributes/size",
             "detail": "This survey version has no attribute \\"size\\"."},
            {"pointer": "/respondedAt", "detail": "lies in the future"}
          ]
        }""");
  }

  @Test
  void anExternalReferenceIsRecordedOnce() {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String body =
        """
        {"surveyVersionId": "%s", "externalRef": {"scheme": "kiosk", "value": "7"},
         "answers": [{"linkId": "recommend", "value": 10}]}"""
            .formatted(version);
    String first = Given.submit(tenant, body).path("id");

    Json.assertBody(
        Given.submit(tenant, body),
        """
        {
          "type": "/problems/response-already-recorded",
          "title": "The survey has a response with this external reference", "status": 409,
          "detail": "The response %s has this external reference already.",
          "instance": "/v1/responses", "requestId": "${text}"
        }"""
            .formatted(first));
    assertThat(count(tenant)).isEqualTo(1);
  }

  @Test
  void aClosedSurveyTakesNoResponses() {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    as(tenant, "surveys:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"status\": \"closed\"}")
        .patch("/v1/surveys/" + survey);

    Json.assertBody(
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": 10}]}"""
                .formatted(version)),
        """
        {
          "type": "/problems/survey-closed", "title": "The survey takes no more responses",
          "status": 409,
          "detail": "The survey %s is closed: set its status to published first.",
          "instance": "/v1/responses", "requestId": "${text}"
        }"""
            .formatted(survey));
  }

  @Test
  void aBatchAnswersForEachItem() {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String body =
        """
        {"responses": [
          {"surveyVersionId": "%1$s", "externalRef": {"scheme": "till", "value": "1"},
           "answers": [{"linkId": "recommend", "value": 10}]},
          {"surveyVersionId": "%1$s", "answers": [{"linkId": "recommend", "value": 11}]},
          {"answers": []},
          {"surveyVersionId": "%1$s", "externalRef": {"scheme": "till", "value": "1"},
           "answers": [{"linkId": "recommend", "value": 3}]}
        ]}"""
            .formatted(version);

    Response answer = batch(body);

    assertThat(answer.statusCode()).isEqualTo(207);
    String first = answer.path("items[0].responseId");
    Json.assertBody(
        answer,
        """
        {
          "id": "${uuid}", "recorded": 1, "alreadyPresent": 1, "refused": 2,
          "items": [
            {"outcome": "recorded", "responseId": "%1$s"},
            {"outcome": "refused", "errors": [
              {"pointer": "/answers/0/value",
               "detail": "11 lies outside the scale 0–10 of this question."}]},
            {"outcome": "refused", "errors": [
              {"pointer": "/surveyVersionId", "detail": "must not be null"}]},
            {"outcome": "already-present", "responseId": "%1$s"}
          ]
        }"""
            .formatted(first));
    assertThat(count(tenant)).isEqualTo(1);
  }

  @Test
  void anotherTenantCanNeitherReadNorAnswer() {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String body =
        """
        {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": 10}]}"""
            .formatted(version);
    String id = Given.submit(tenant, body).path("id");
    String other = freshTenant();

    assertThat(as(other, "surveys:read").get("/v1/responses/" + id).statusCode()).isEqualTo(404);
    Json.assertBody(as(other, "surveys:read").get("/v1/responses"), "{\"items\": []}");
    Json.assertBody(
        Given.submit(other, body),
        """
        {
          "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/responses", "requestId": "${text}",
          "errors": [
            {"pointer": "/surveyVersionId", "detail": "There is no survey version %s."}
          ]
        }"""
            .formatted(version));
  }

  @Test
  void rowLevelSecurityHidesAnswersFromPlainSql() throws SQLException {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    Given.submit(
        tenant,
        """
        {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": 10}],
         "attributes": {"city": {"text": "Ghent"}}}"""
            .formatted(version));

    for (String table :
        new String[] {"survey", "survey_version", "response", "answer", "response_attribute"}) {
      assertThat(count(tenant, table)).as(table).isEqualTo(1);
      assertThat(count(freshTenant(), table)).as(table + " of another tenant").isZero();
    }
  }

  private Response batch(String body) {
    return as(tenant, "responses:submit")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/response-batches");
  }

  private static int count(String tenant) {
    return as(tenant, "surveys:read").get("/v1/responses?total=true").path("total");
  }

  private static int count(String tenant, String table) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(tenant));
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
