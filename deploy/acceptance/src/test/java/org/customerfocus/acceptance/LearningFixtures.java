package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// Valid requests of listening, visits, themes and improvements.
final class LearningFixtures {

  private static final int ENOUGH = 12;

  private LearningFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listListeningMethods")
        .with((scene, method) -> method.put("code", scene.unique("walk")), "createListeningMethod")
        .plain("listGembaVisits")
        .with(LearningFixtures::visit, "createGembaVisit")
        .on("createGembaVisit", "getGembaVisit", "updateGembaVisit", "deleteGembaVisit")
        .special("listGembaVisitors", LearningFixtures::visitors)
        .plain("getListeningCoverage", "listThemeAnalyses", "createThemeAnalysis", "listThemes")
        .on("createThemeAnalysis", "getThemeAnalysis", "updateThemeAnalysis", "deleteThemeAnalysis")
        .with(LearningFixtures::theme, "createTheme")
        .on("createTheme", "getTheme", "updateTheme", "deleteTheme")
        .plain("listImprovements", "listImprovementVerifications")
        .with(LearningFixtures::improvement, "createImprovement")
        .on("createImprovement", "getImprovement", "updateImprovement", "deleteImprovement")
        .special("createImprovementVerification", LearningFixtures::verification)
        .on("createImprovementVerification", "getImprovementVerification")
        .special("listImprovementNotifications", LearningFixtures::toTell)
        .special("getImprovementNotification", LearningFixtures::notification)
        .special("updateImprovementNotification", LearningFixtures::notification);
    for (String operation :
        new String[] {"getListeningMethod", "updateListeningMethod", "deleteListeningMethod"}) {
      table.onPart("createListeningMethod", "/code", operation);
    }
  }

  /// To a customer that there is.
  private static void visit(Scene scene, ObjectNode visit) {
    visit.put("customerId", scene.id("createCustomer"));
    visit.putArray("visitorPartyIds").add(scene.person());
  }

  /// Of an analysis that there is.
  private static void theme(Scene scene, ObjectNode theme) {
    theme.put("analysisId", scene.id("createThemeAnalysis"));
  }

  /// People went before they are listed.
  private static Request visitors(Scene scene, Operation list) {
    ObjectNode visit =
        Api.object()
            .put("title", scene.unique("Walk"))
            .put("place", "The shop floor")
            .put("visitedAt", "2026-01-12T05:40:00Z");
    ArrayNode people = visit.putArray("visitorPartyIds");
    for (int i = 0; i < ENOUGH; i++) {
      people.add(scene.person());
    }
    scene.tenant().admin().post("/v1/gemba-visits", visit).expect(201);
    return Request.get(list.path());
  }

  /// From feedback that there is.
  private static void improvement(Scene scene, ObjectNode improvement) {
    ((ObjectNode) improvement.at("/evidence/0")).put("id", scene.id("createFeedback"));
  }

  /// Of something that is done, and of a survey that was answered before and after.
  private static Request verification(Scene scene, Operation operation) {
    String survey = survey(scene);
    ObjectNode done = done(scene);
    done.putObject("expectedEffect")
        .put("surveyId", survey)
        .put("question", "recommend")
        .put("change", 5);
    String id = scene.tenant().admin().post("/v1/improvements", done).expect(201).id();
    ObjectNode verification = Api.object().put("improvementId", id);
    verification.putObject("before").put("from", "2026-01-01").put("to", "2026-02-01");
    verification.putObject("after").put("from", "2026-02-01").put("to", "2026-03-01");
    return Request.post(operation.path(), verification);
  }

  private static String survey(Scene scene) {
    ObjectNode survey = Api.object().put("name", scene.unique("Wave")).put("anonymityThreshold", 0);
    survey
        .putArray("items")
        .addObject()
        .put("linkId", "recommend")
        .put("type", "nps")
        .put("text", "Would you recommend us?");
    Api admin = scene.tenant().admin();
    String id = admin.post("/v1/surveys", survey).expect(201).id();
    String version = admin.post("/v1/surveys/" + id + "/versions", Api.object()).expect(201).id();
    for (String month : new String[] {"01", "02"}) {
      ObjectNode response =
          Api.object()
              .put("surveyVersionId", version)
              .put("respondedAt", "2026-%s-10T10:00:00Z".formatted(month));
      response.putArray("answers").addObject().put("linkId", "recommend").put("value", 9);
      admin.post("/v1/responses", response).expect(201);
    }
    return id;
  }

  /// An improvement that is done, because of what enough people said.
  private static ObjectNode done(Scene scene) {
    ObjectNode done =
        Api.object()
            .put("title", scene.unique("Second desk"))
            .put("opportunity", "Shorter queues")
            .put("action", "Open it")
            .put("ownerPartyId", scene.person())
            .put("status", "done");
    ArrayNode evidence = done.putArray("evidence");
    for (int i = 0; i < ENOUGH; i++) {
      ObjectNode said =
          Api.object()
              .put("form", "complaint")
              .put("channel", "telephone")
              .put("text", "Too slow")
              .put("partyId", scene.person());
      evidence
          .addObject()
          .put("type", "feedback")
          .put("id", scene.tenant().admin().post("/v1/feedback", said).expect(201).id());
    }
    return done;
  }

  private static Request toTell(Scene scene, Operation list) {
    scene.tenant().admin().post("/v1/improvements", done(scene)).expect(201);
    return Request.get(list.path());
  }

  private static Request notification(Scene scene, Operation operation) {
    Api admin = scene.tenant().admin();
    String id = admin.post("/v1/improvements", done(scene)).expect(201).id();
    String notification =
        admin
            .get("/v1/improvement-notifications?filter=improvementId==" + id)
            .expect(200)
            .json()
            .at("/items/0/id")
            .asText();
    String path = operation.path().replace("{id}", notification);
    return operation.method().equals("GET")
        ? Request.get(path)
        : Request.patch(path, Api.read("{\"status\": \"told\", \"channel\": \"letter\"}"));
  }
}
