package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// The demo's agreement: about what its customer requires, counted in what both sides know, and
/// signed for each by a person who may. What an earlier run has done is kept.
final class DemoAgreement {

  private static final String FILE = "agreement-terms.json";

  private final Demo demo;
  private final Gateway gateway;

  DemoAgreement(Demo demo, Gateway gateway) {
    this.demo = demo;
    this.gateway = gateway;
  }

  /// @return the id of the agreement, which is in force
  String load() throws IOException {
    demo.findOrCreate("/v1/entity-types", "code", demo.body(FILE).path("entityType"));
    demo.name(
        "requirementId",
        demo.findOrCreate("/v1/requirements", "statement", demo.body(FILE).path("requirement")));
    String id = demo.findOrCreate("/v1/agreements", demo.body("agreement.json"));
    signBoth(
        id,
        signer(demo.body(FILE).path("signer"), demo.named("providerPartyId")),
        customersSigner());
    return id;
  }

  /// Signs a proposed agreement for each side that has not signed it.
  void signBoth(String id, String providersSigner, String customersSigner) {
    JsonNode agreement = gateway.get("/v1/agreements/" + id).expect(200);
    if (agreement.path("status").asText().equals("proposed")) {
      Set<String> signed = new HashSet<>();
      agreement.at("/version/signatures").forEach(each -> signed.add(each.path("side").asText()));
      if (signed.add("provider")) {
        sign(id, "provider", providersSigner);
      }
      if (signed.add("customer")) {
        sign(id, "customer", customersSigner);
      }
    }
  }

  /// The id of a person who may sign for an organisation.
  String signer(JsonNode party, String organization) {
    String person = demo.partyId(party);
    if (demo.first("/v1/signing-authorities", "personPartyId", person).isMissingNode()) {
      gateway
          .post(
              "/v1/signing-authorities",
              JsonNodeFactory.instance
                  .objectNode()
                  .put("personPartyId", person)
                  .put("organizationPartyId", organization)
                  .put("scope", "service agreements"))
          .expect(201);
    }
    return person;
  }

  /// The first customer of the file brings a person who may sign for it.
  private String customersSigner() throws IOException {
    return demo.partyId(demo.body("customers.json").at("/0/people/0/party"));
  }

  private void sign(String agreement, String side, String person) {
    gateway
        .post(
            "/v1/agreements/" + agreement + "/signatures",
            JsonNodeFactory.instance.objectNode().put("side", side).put("partyId", person))
        .expect(201);
  }
}
