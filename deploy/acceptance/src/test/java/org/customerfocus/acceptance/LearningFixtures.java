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
        .special("listGembaVisitors", LearningFixtures::visitors);
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
}
