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
            "deleteAttributeDefinition")
        .special("listPartyHistory", PartyFixtures::changedOften)
        .special("getPartyByRef", PartyFixtures::knownElsewhere)
        .special("putPartyByRef", PartyFixtures::knownElsewhere);
  }

  /// A party of which there are more versions than fit on a page.
  private static Request changedOften(Scene scene, Operation list) {
    String id = scene.id("createParty");
    for (int i = 1; i <= 12; i++) {
      scene
          .tenant()
          .admin()
          .send(
              Request.patch("/v1/parties/" + id, Api.object().put("name", "Pier " + i))
                  .with("If-Match", "*"))
          .expect(200);
    }
    return Request.get(list.path().replace("{id}", id));
  }

  /// A party under a key of another system, put there by the documented example.
  private static Request knownElsewhere(Scene scene, Operation operation) {
    String path =
        operation.path().replace("{scheme}", "crm").replace("{value}", scene.unique("key"));
    Request put = Request.of("PUT", path).json(scene.operation("putPartyByRef").example());
    scene.tenant().admin().send(put).expect(201);
    return operation.method().equals("PUT") ? put : Request.get(path);
  }

  private static void uniqueCode(Scene scene, ObjectNode definition) {
    definition.put("code", scene.unique(definition.path("code").asText()));
  }
}
