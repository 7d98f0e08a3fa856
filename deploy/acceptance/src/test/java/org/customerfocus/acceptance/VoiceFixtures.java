package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.customerfocus.acceptance.Fixtures.Scene;

/// Valid requests of feedback, cases and what belongs to them.
final class VoiceFixtures {

  private VoiceFixtures() {}

  static void fill(Fixtures table) {
    feedback(table);
    cases(table);
  }

  private static void cases(Fixtures table) {
    table
        .plain("listAccessChannels")
        .with((scene, channel) -> channel.put("code", code(scene)), "createAccessChannel")
        .on("createAccessChannel", "getAccessChannel", "updateAccessChannel", "deleteAccessChannel")
        .plain("listCases", "createCase")
        .on("createCase", "getCase", "updateCase", "listCaseComments", "createCaseComment")
        .on("createCase", "listCaseAttachments", "createCaseAttachment")
        .on("createCaseAttachment", "downloadAttachment")
        .plain("listFollowUps", "createFollowUp")
        .on("createFollowUp", "getFollowUp", "updateFollowUp")
        .special("getCaseRecovery", VoiceFixtures::recovery)
        .special("getContactPerformance", (scene, operation) -> performance(operation))
        .plain("listCaseRules", "createCaseRule")
        .on("createCaseRule", "getCaseRule", "updateCaseRule", "deleteCaseRule")
        .on("createCaseRule", "createCaseRuleRun")
        .on("createCaseRuleRun", "getCaseRuleRun");
  }

  private static Request performance(Operation operation) {
    return Request.get(operation.path())
        .query("from", "2026-01-01T00:00:00Z")
        .query("to", "2027-01-01T00:00:00Z");
  }

  private static Request recovery(Scene scene, Operation operation) {
    Api api = scene.tenant().admin();
    ObjectNode survey = Api.object().put("name", scene.unique("Recovery"));
    ObjectNode item = survey.putArray("items").addObject();
    item.put("linkId", "recommend").put("type", "nps").put("text", "Recommend?");
    String id = api.post("/v1/surveys", survey).expect(201).id();
    Imports.publish(api, id);
    return Request.get(operation.path())
        .query("surveyId", id)
        .query("question", "recommend")
        .query("recoverySurveyId", id)
        .query("recoveryQuestion", "recommend");
  }

  private static String code(Scene scene) {
    return scene.unique("phone");
  }

  private static void feedback(Fixtures table) {
    table
        .plain("listFeedback")
        .with(VoiceFixtures::said, "createFeedback")
        .on("createFeedback", "getFeedback", "updateFeedback")
        .plain("listFeedbackImports", "createFeedbackImport")
        .on("createFeedbackImport", "getFeedbackImport", "uploadFeedbackImportFile")
        .special("listRefusedFeedback", VoiceFixtures::refused);
  }

  static void said(Scene scene, ObjectNode feedback) {
    ((ObjectNode) feedback.path("externalRef")).put("value", scene.unique("C"));
  }

  /// An import whose file had nothing but rows that were refused.
  private static Request refused(Scene scene, Operation list) {
    String path = "/v1/feedback-imports/" + scene.id("createFeedbackImport");
    StringBuilder file =
        new StringBuilder("Complaint ID,Date received,Submitted via,Issue,Narrative\n");
    for (int i = 1; i <= 20; i++) {
      file.append(i).append(",yesterday,Web,Late,\n");
    }
    Api api = scene.tenant().admin();
    api.send(
            Request.of("PUT", path + "/file")
                .with("Content-Type", "text/csv")
                .with("If-Match", "*")
                .body(file.toString().getBytes(StandardCharsets.UTF_8)))
        .expect(200);
    Eventually.answer(
        api, Request.get(path), answer -> answer.json().path("status").asText().equals("refused"));
    return Request.get(list.path().replace("{id}", path.substring(path.lastIndexOf('/') + 1)));
  }
}
