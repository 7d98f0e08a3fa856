package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// Valid requests of what parties have beyond their plain resource.
final class PartyFixtures {

  private PartyFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listAttributeDefinitions")
        .with(PartyFixtures::uniqueCode, "createAttributeDefinition")
        .on(
            "createAttributeDefinition",
            "getAttributeDefinition",
            "updateAttributeDefinition",
            "deleteAttributeDefinition");
  }

  private static void uniqueCode(Scene scene, ObjectNode definition) {
    definition.put("code", scene.unique(definition.path("code").asText()));
  }
}
