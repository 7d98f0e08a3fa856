package org.customerfocus.acceptance;

/// Valid requests of journeys, interactions and loyalty.
final class JourneyFixtures {

  private JourneyFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listTouchpoints", "createTouchpoint")
        .on("createTouchpoint", "getTouchpoint", "updateTouchpoint", "deleteTouchpoint")
        .plain("listJourneys", "createJourney")
        .on("createJourney", "getJourney", "updateJourney", "deleteJourney");
  }
}
