package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// Valid requests of journeys, interactions and loyalty.
final class JourneyFixtures {

  private JourneyFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listTouchpoints", "createTouchpoint")
        .on("createTouchpoint", "getTouchpoint", "updateTouchpoint", "deleteTouchpoint")
        .plain("listJourneys", "createJourney")
        .on("createJourney", "getJourney", "updateJourney", "deleteJourney")
        .plain("listInteractions")
        .with(JourneyFixtures::ofCustomer, "createInteraction")
        .with((scene, batch) -> each(scene, batch.path("interactions")), "createInteractionBatch")
        .on("createInteraction", "getInteraction", "updateInteraction", "deleteInteraction")
        .special("listCustomerTimeline", JourneyFixtures::timeline)
        .plain("getCustomerStatistics", "downloadCustomerStatistics", "showCustomerStatistics")
        .plain("listPurchases", "listReferrals")
        .with(JourneyFixtures::ofCustomer, "createPurchase")
        .with((scene, batch) -> each(scene, batch.path("purchases")), "createPurchaseBatch")
        .on("createPurchase", "getPurchase", "deletePurchase")
        .with(JourneyFixtures::referral, "createReferral")
        .on("createReferral", "getReferral", "updateReferral", "deleteReferral");
  }

  /// Of a customer with enough behind them to page through.
  private static Request timeline(Scene scene, Operation list) {
    String customer = scene.id("createCustomer");
    for (int i = 0; i < 12; i++) {
      ObjectNode purchase =
          Api.object()
              .put("customerId", customer)
              .put("purchasedAt", "2026-01-%02dT10:00:00Z".formatted(i + 1));
      scene.tenant().admin().post("/v1/purchases", purchase).expect(201);
    }
    return Request.get(list.path().replace("{id}", customer));
  }

  private static void ofCustomer(Scene scene, ObjectNode example) {
    example.put("customerId", scene.id("createCustomer"));
  }

  private static void referral(Scene scene, ObjectNode example) {
    example.put("fromCustomerId", scene.id("createCustomer")).put("toPartyId", scene.person());
  }

  private static void each(Scene scene, JsonNode batch) {
    batch.forEach(item -> ofCustomer(scene, (ObjectNode) item));
  }
}
