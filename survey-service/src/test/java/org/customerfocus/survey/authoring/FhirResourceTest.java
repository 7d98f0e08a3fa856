package org.customerfocus.survey.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class FhirResourceTest {

  private static final String FHIR = "application/fhir+json";

  private static final String INTAKE =
      """
      {"resourceType": "Questionnaire", "url": "http://example.org/intake", "version": "7",
       "status": "active", "title": "Intake", "publisher": "A clinic", "item": [
         {"linkId": "a", "type": "coding", "text": "How?", "answerOption": [
           {"valueCoding": {"system": "http://example.org/s", "code": "x", "display": "X"}}]},
         {"linkId": "b", "type": "text", "text": "Why?", "prefix": "2.",
          "enableWhen": [{"question": "a", "operator": "=", "answerCoding": {"code": "x"}}]}]}""";

  private final ObjectMapper json = new ObjectMapper();
  private final String tenant = freshTenant();

  @Test
  void aSurveyIsTheSameAfterTheWayThroughFhir() throws Exception {
    String survey = Given.survey(tenant, Given.SURVEY);
    String version = Given.version(tenant, survey);
    Response written = fhir("/v1/survey-versions/" + version);
    assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
    assertThat(written.contentType()).startsWith(FHIR);
    assertThat(written.<String>path("url")).isEqualTo("urn:uuid:" + survey);
    assertThat(written.<String>path("version")).isEqualTo("1");
    assertThat(written.<String>path("status")).isEqualTo("active");

    Response made = post(FHIR, written.asString());
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/v1/surveys/" + made.<String>path("id"));
    assertThat(definition(made.asString()))
        .isEqualTo(definition(as(tenant, "surveys:read").get("/v1/surveys/" + survey).asString()));
    assertThat(fhir("/v1/surveys/" + survey).<String>path("status")).isEqualTo("draft");
  }

  @Test
  void aQuestionnaireIsGivenBackAndStaysWithTheSurvey() throws Exception {
    Response made = post(ContentType.JSON.toString(), INTAKE);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    String survey = made.path("id");
    assertThat(made.<String>path("items[1].showIf")).isEqualTo("\"x\" in answers.a");
    String version = Given.version(tenant, survey);
    assertThat(json.readTree(fhir("/v1/survey-versions/" + version).asString()))
        .isEqualTo(json.readTree(INTAKE));

    as(tenant, "surveys:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body("{\"title\": \"Another\", \"status\": \"closed\"}")
        .patch("/v1/surveys/" + survey);
    Response closed = fhir("/v1/survey-versions/" + version);
    assertThat(closed.<String>path("status")).isEqualTo("retired");
    Response draft = fhir("/v1/surveys/" + survey);
    assertThat(draft.<String>path("title")).isEqualTo("Another");
    assertThat(draft.<String>path("version")).isEqualTo("2");
    assertThat(draft.<String>path("publisher")).isEqualTo("A clinic");
    assertThat(draft.<String>path("item[1].prefix")).isEqualTo("2.");
  }

  @Test
  void responsesSpeakAsTheirQuestionnaireDoes() throws Exception {
    String document =
        INTAKE
            .replace("\"linkId\": \"a\"", "\"linkId\": \"/1/a\"")
            .replace("\"question\": \"a\"", "\"question\": \"/1/a\"")
            .replace(
                "\"text\": \"How?\"",
                "\"text\": \"How?\", \"answerConstraint\": \"optionsOrString\"");
    Response made = post(FHIR, document);
    assertThat(made.<List<String>>path("items.linkId")).containsExactly("1_a", "b");
    assertThat(made.<List<String>>path("items[0].options.code")).containsExactly("x", "other");
    String version = Given.version(tenant, made.path("id"));
    for (String answer :
        List.of(
            "\"optionCodes\": [\"x\"]", "\"optionCodes\": [\"other\"], \"otherText\": \"so\"")) {
      String response =
          "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"1_a\", %s}]}"
              .formatted(version, answer);
      assertThat(Given.submit(tenant, response).statusCode()).isEqualTo(201);
    }
    String[] lines =
        as(tenant, "surveys:read")
            .get("/v1/survey-versions/%s/questionnaire-responses.ndjson".formatted(version))
            .asString()
            .split("\n");
    assertThat(json.readTree(lines[0]).path("questionnaire").asText())
        .isEqualTo("http://example.org/intake|7");
    assertThat(json.readTree(lines[0]).at("/item/0"))
        .isEqualTo(
            json.readTree(
                """
                {"linkId": "/1/a", "text": "How?", "answer": [{"valueCoding":
                  {"system": "http://example.org/s", "code": "x", "display": "X"}}]}"""));
    assertThat(json.readTree(lines[1]).at("/item/0/answer"))
        .isEqualTo(json.readTree("[{\"valueString\": \"so\"}]"));
  }

  @Test
  void numbersOfResponsesHaveTheTypeOfTheirQuestion() throws Exception {
    String document =
        """
        {"resourceType": "Questionnaire", "status": "active", "title": "Counts", "item": [
          {"linkId": "whole", "type": "integer", "text": "How many?"},
          {"linkId": "exact", "type": "decimal", "text": "How much?"}]}""";
    String version = Given.version(tenant, post(FHIR, document).path("id"));
    String response =
        """
        {"surveyVersionId": "%s", "answers": [
          {"linkId": "whole", "number": 120}, {"linkId": "exact", "number": 3}]}""";
    assertThat(Given.submit(tenant, response.formatted(version)).statusCode()).isEqualTo(201);
    String exported =
        as(tenant, "surveys:read")
            .get("/v1/survey-versions/%s/questionnaire-responses.ndjson".formatted(version))
            .asString();
    assertThat(json.readTree(exported).at("/item/0/answer/0").fieldNames())
        .toIterable()
        .containsExactly("valueInteger");
    assertThat(json.readTree(exported).at("/item/0/answer/0/valueInteger").asInt()).isEqualTo(120);
    assertThat(json.readTree(exported).at("/item/1/answer/0").fieldNames())
        .toIterable()
        .containsExactly("valueDecimal");
  }

  @Test
  void whatIsWrongIsToldInTermsOfTheDocument() {
    Response refused =
        post(
            FHIR,
            INTAKE
                .replace("\"type\": \"text\"", "\"type\": \"attachment\"")
                .replace("\"publisher\"", "\"nonsense\""));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("errors.pointer", String.class))
        .containsExactly("/nonsense");
    Response long_ = post(FHIR, INTAKE.replace("Why?", "W".repeat(2001)));
    assertThat(long_.statusCode()).isEqualTo(422);
    assertThat(long_.jsonPath().getList("errors.pointer", String.class))
        .containsExactly("/item/1/text");
    Response type = post(FHIR, INTAKE.replace("\"type\": \"text\"", "\"type\": \"attachment\""));
    assertThat(type.jsonPath().getList("errors.pointer", String.class))
        .containsExactly("/item/1/type");
    for (String bad : List.of("{\"a\": ", "[]", "\"text\"", "{} x", "{\"a\": 1, \"a\": 2}")) {
      assertThat(post(FHIR, bad).statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(post("application/xml", "<a/>").statusCode()).isEqualTo(415);
  }

  @Test
  void aDraftFromFhirCanBeDeleted() {
    String survey = post(FHIR, INTAKE).path("id");
    assertThat(
            as(tenant, "surveys:write")
                .header("If-Match", "*")
                .delete("/v1/surveys/" + survey)
                .statusCode())
        .isEqualTo(204);
    assertThat(fhir("/v1/surveys/" + survey).statusCode()).isEqualTo(404);
  }

  private JsonNode definition(String survey) throws Exception {
    ObjectNode definition = (ObjectNode) json.readTree(survey);
    return definition.remove(
        List.of("id", "status", "allowedStatuses", "latestVersion", "createdAt", "updatedAt"));
  }

  private Response fhir(String path) {
    return as(tenant, "surveys:read").get(path + "/fhir-questionnaire");
  }

  private Response post(String type, String body) {
    return as(tenant, "surveys:write")
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(FHIR, ContentType.TEXT)))
        .contentType(type)
        .body(body)
        .post("/v1/fhir-questionnaires");
  }
}
