package org.customerfocus.acceptance;

/// The valid requests of customer relationships, organisations and the supply chain.
final class RelationshipFixtures {

  private RelationshipFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("getOwnOrganization", "listRoleTypes")
        .with((scene, own) -> own.put("partyId", scene.id("createParty")), "putOwnOrganization")
        .with((scene, type) -> type.put("code", scene.unique("guest")), "createRoleType");
    for (String operation : new String[] {"getRoleType", "updateRoleType", "deleteRoleType"}) {
      table.onPart("createRoleType", "/code", operation);
    }
  }
}
