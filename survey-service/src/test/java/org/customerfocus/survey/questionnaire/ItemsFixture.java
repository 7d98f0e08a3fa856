package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.survey.Given;

/// Surveys of a few items, and answers to them.
abstract class ItemsFixture {

  static final String OPTIONS =
      """
      [{"code": "a", "label": "A"}, {"code": "b", "label": "B"},
       {"code": "other", "label": "Other, namely", "freeText": true},
       {"code": "none", "label": "None", "exclusive": true}]""";

  final String tenant = freshTenant();

  @Inject ObjectMapper json;

  static String survey(String items) {
    return survey(items, "\"anonymityThreshold\": 0");
  }

  static String survey(String items, String more) {
    return "{\"name\": \"Kinds\", \"items\": [%s], %s}".formatted(items, more);
  }

  Response submit(String version, String answers) {
    return Given.submit(
        tenant, "{\"surveyVersionId\": \"%s\", \"answers\": [%s]}".formatted(version, answers));
  }

  Response create(String body) {
    return as(tenant, "surveys:write").contentType(ContentType.JSON).body(body).post("/v1/surveys");
  }

  void refused(String item, String pointer, String detail) {
    Json.assertBody(create(survey(item)), invalid("/v1/surveys", pointer, detail));
  }

  static String invalid(String instance, String pointer, String detail) {
    return """
    {
      "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
      "detail": "Correct the fields that are listed in errors and send again.",
      "instance": "%s", "requestId": "${text}",
      "errors": [{"pointer": "%s", "detail": "%s"}]
    }"""
        .formatted(instance, pointer, detail.replace("\"", "\\\""));
  }

  String answers(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
    try {
      return json.readTree(response.asString()).path("answers").toString();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(response.asString(), e);
    }
  }
}
