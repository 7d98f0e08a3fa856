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
        .special("listResponseHistory", ResponseFixtures::amendedOften);
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
