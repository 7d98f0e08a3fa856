package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of needs and requirements, competitors and stakeholders.
final class NeedFixtures {

  private static final int SCORES = 20;

  private NeedFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listNeeds", "createNeed", "listRequirements", "createRequirement")
        .on("createNeed", "getNeed", "updateNeed", "deleteNeed", "putNeedDegreeMet")
        .special("listNeedDegreesMet", (scene, list) -> scored(scene, list, "createNeed"))
        .on(
            "createRequirement",
            "getRequirement",
            "updateRequirement",
            "deleteRequirement",
            "putRequirementDegreeMet")
        .special(
            "listRequirementDegreesMet", (scene, list) -> scored(scene, list, "createRequirement"))
        .special("getRequirementMatrix", NeedFixtures::ofOneOffering)
        .special("showRequirementMatrix", NeedFixtures::ofOneOffering)
        .plain(
            "downloadRequirementMatrix",
            "listCompetitors",
            "listCompetitorComparisons",
            "listStakeholders")
        .with(NeedFixtures::ofParty, "createCompetitor", "createStakeholder")
        .on("createCompetitor", "getCompetitor", "updateCompetitor", "deleteCompetitor")
        .with(NeedFixtures::ofCompetitor, "createCompetitorComparison")
        .on(
            "createCompetitorComparison",
            "getCompetitorComparison",
            "updateCompetitorComparison",
            "deleteCompetitorComparison")
        .on("createStakeholder", "getStakeholder", "updateStakeholder", "deleteStakeholder");
  }

  /// Of all requirements that everybody's fixtures make there are more than a page shows.
  private static Request ofOneOffering(Scene scene, Operation matrix) {
    return Request.get(matrix.path()).query("offeringId", scene.id("createOffering"));
  }

  private static void ofParty(Scene scene, ObjectNode example) {
    example.put("partyId", scene.id("createParty"));
  }

  private static void ofCompetitor(Scene scene, ObjectNode comparison) {
    comparison
        .put("competitorId", scene.id("createCompetitor"))
        .put("requirementId", scene.id("createRequirement"));
  }

  /// A list of scores that has some.
  private static Request scored(Scene scene, Operation list, String creator) {
    String path = list.path().replace("{id}", scene.id(creator));
    ObjectNode score = (ObjectNode) scene.operation("putRequirementDegreeMet").example();
    Instant first = Instant.parse("2025-01-01T00:00:00Z");
    for (int day = 0; day < SCORES; day++) {
      score.put("asOf", first.plus(day, ChronoUnit.DAYS).toString());
      scene
          .tenant()
          .admin()
          .send(
              Request.of("PUT", path.replace("degree-met-history", "degree-met"))
                  .with("If-Match", "*")
                  .with("Content-Type", "application/json")
                  .body(score))
          .expect(200);
    }
    return Request.get(path);
  }
}
