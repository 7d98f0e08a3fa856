package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of what is done with responses once they are there.
final class ResponseFixtures {

  private static final int ENOUGH = 12;

  private ResponseFixtures() {}

  static void fill(Fixtures table) {
    table
        .on("createResponse", "updateResponse")
        .on("publishSurveyVersion", "exportResponsesCsv", "exportResponsesNdjson")
        .on("publishSurveyVersion", "exportQuestionnaireResponses")
        .special("listResponseHistory", ResponseFixtures::amendedOften)
        .plain("listSurveyQuotas")
        .with(ResponseFixtures::ofPublishedSurvey, "createSurveyQuota")
        .on("createSurveyQuota", "getSurveyQuota", "updateSurveyQuota", "deleteSurveyQuota")
        .plain("getSatisfaction", "listScoreChanges", "listRequirementMeasures")
        .with(ResponseFixtures::ofRequirement, "createRequirementMeasure")
        .on("createRequirementMeasure", "getRequirementMeasure", "deleteRequirementMeasure");
  }

  private static void ofPublishedSurvey(Scene scene, ObjectNode quota) {
    String version = scene.id("publishSurveyVersion");
    Answer published = scene.tenant().admin().get("/v1/survey-versions/" + version).expect(200);
    quota.put("surveyId", published.json().path("surveyId").asText());
  }

  private static void ofRequirement(Scene scene, ObjectNode measure) {
    ofPublishedSurvey(scene, measure);
    measure.put("requirementId", scene.id("createRequirement"));
    measure.put("linkId", "recommend");
  }

  private static Request amendedOften(Scene scene, Operation operation) {
    String id = scene.id("createResponse");
    for (int i = 0; i < ENOUGH; i++) {
      ObjectNode patch = Api.object().put("status", "amended").put("weight", i + 1);
      scene
          .tenant()
          .admin()
          .send(Request.patch("/v1/responses/" + id, patch).with("If-Match", "*"))
          .expect(200);
    }
    return Request.get(operation.path().replace("{id}", id));
  }
}
