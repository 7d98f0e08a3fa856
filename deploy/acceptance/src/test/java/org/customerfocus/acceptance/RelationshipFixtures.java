package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of customer relationships, organisations and the supply chain.
final class RelationshipFixtures {

  private RelationshipFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("getOwnOrganization", "listRoleTypes")
        .with((scene, own) -> own.put("partyId", scene.id("createParty")), "putOwnOrganization")
        .with((scene, type) -> type.put("code", scene.unique("guest")), "createRoleType");
    table
        .special("getCustomerByRef", RelationshipFixtures::knownElsewhere)
        .special("putCustomerByRef", RelationshipFixtures::knownElsewhere);
    table.plain("createOrganization").on("createParty", "getOrganizationStructure");
    table.special("listSignatories", RelationshipFixtures::signedFor);
    table.on("createParty", "getSupplyChain");
    table.special("listEndCustomers", RelationshipFixtures::served);
    table.special("listConsumers", RelationshipFixtures::served);
    for (String operation : new String[] {"getRoleType", "updateRoleType", "deleteRoleType"}) {
      table.onPart("createRoleType", "/code", operation);
    }
  }

  /// The chain of a party with one customer, who has customers enough for a list.
  private static Request served(Scene scene, Operation list) {
    String first = scene.id("createParty");
    String middle = scene.id("createParty");
    customer(scene, middle, first);
    for (int i = 0; i < 12; i++) {
      customer(scene, scene.person(), middle);
    }
    return Request.get(list.path().replace("{id}", first));
  }

  private static void customer(Scene scene, String party, String provider) {
    ObjectNode customer = Api.object().put("partyId", party).put("providerPartyId", provider);
    customer.putArray("roles").addObject().put("type", "end-user");
    scene.tenant().admin().post("/v1/customers", customer).expect(201);
  }

  /// An organisation for which enough people may sign for a list.
  private static Request signedFor(Scene scene, Operation list) {
    String organization = scene.id("createParty");
    for (int i = 0; i < 12; i++) {
      ObjectNode authority =
          Api.object()
              .put("personPartyId", scene.person())
              .put("organizationPartyId", organization)
              .put("scope", "any");
      scene.tenant().admin().post("/v1/signing-authorities", authority).expect(201);
    }
    return Request.get(list.path().replace("{id}", organization));
  }

  private static Request knownElsewhere(Scene scene, Operation operation) {
    String path =
        operation.path().replace("{scheme}", "billing").replace("{value}", scene.unique("key"));
    ObjectNode customer = (ObjectNode) scene.operation("putCustomerByRef").example();
    Request put = Request.of("PUT", path).json(customer.put("partyId", scene.id("createParty")));
    scene.tenant().admin().send(put).expect(201);
    return operation.method().equals("PUT") ? put : Request.get(path);
  }
}
