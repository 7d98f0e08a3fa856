package org.customerfocus.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/// What a test starts from, made through the API.
public final class Given {

  /// Every type of question, and every type of attribute.
  public static final String SURVEY =
      """
      {
        "name": "How was it?",
        "anonymityThreshold": 0,
        "attributes": [
          {"key": "region", "type": "choice", "label": "Region",
           "options": [{"code": "north", "label": "North"}, {"code": "south", "label": "South"}]},
          {"key": "city", "type": "text", "label": "City"},
          {"key": "visits", "type": "number", "label": "Visits"},
          {"key": "member", "type": "boolean", "label": "Member"},
          {"key": "since", "type": "date", "label": "Customer since"}
        ],
        "items": [
          {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?",
           "required": true, "nonAnswers": [{"code": "refused", "label": "Refused"}]},
          {"linkId": "overall", "type": "csat", "text": "How satisfied are you?",
           "scale": {"min": 1, "max": 5}, "topBoxes": [4, 5]},
          {"linkId": "effort", "type": "ces", "text": "How easy was it?"},
          {"linkId": "clean", "type": "scale", "text": "How clean was it?",
           "scale": {"min": 1, "max": 10}},
          {"linkId": "channel", "type": "single-choice", "text": "How did you reach us?",
           "options": [{"code": "web", "label": "Web"}, {"code": "shop", "label": "Shop"}]},
          {"linkId": "used", "type": "multiple-choice", "text": "What did you use?",
           "options": [{"code": "a", "label": "A"}, {"code": "b", "label": "B"},
                       {"code": "c", "label": "C"}]},
          {"linkId": "minutes", "type": "number", "text": "How many minutes did you wait?"},
          {"linkId": "why", "type": "text", "text": "Why?"},
          {"linkId": "day", "type": "date", "text": "When did you visit?"}
        ]
      }""";

  private Given() {}

  /// A draft.
  public static String survey(String tenant, String body) {
    Response created =
        as(tenant, "surveys:write").contentType(ContentType.JSON).body(body).post("/v1/surveys");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  /// A version of the survey as it is now.
  public static String version(String tenant, String survey) {
    Response created = as(tenant, "surveys:write").post("/v1/surveys/" + survey + "/versions");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  /// Submits a response.
  public static Response submit(String tenant, String body) {
    return as(tenant, "responses:submit")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/responses");
  }
}
