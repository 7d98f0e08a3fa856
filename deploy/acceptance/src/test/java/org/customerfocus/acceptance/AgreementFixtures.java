package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of agreements, amendments and signatures, and of what they are worded in.
final class AgreementFixtures {

  private static final int MANY = 12;

  private AgreementFixtures() {}

  static void fill(Fixtures table) {
    words(table);
    table
        .plain("listAgreements")
        .with(AgreementFixtures::promise, "createAgreement")
        .on("createAgreement", "getAgreement", "updateAgreement", "getAgreementAttainment")
        .special("deleteAgreement", AgreementFixtures::draft)
        .onPart("createAgreement", "/version/id", "getAgreementVersion")
        .onPart("createAgreement", "/version/commitments/0/id", "getCommitment")
        .onPart("createAgreement", "/version/commitments/0/id", "getCommitmentAttainment")
        .special("listAgreementVersions", AgreementFixtures::versions)
        .special("createAmendment", AgreementFixtures::amendment)
        .on("createAmendment", "updateAgreementVersion", "deleteAgreementVersion")
        .special("createSignature", AgreementFixtures::signature)
        .special("listSignatures", AgreementFixtures::signatures)
        .on("createSignature", "getSignature")
        .with(AgreementFixtures::document, "createTmf651Agreement")
        .on("createAgreement", "getTmf651Agreement");
  }

  /// Of parties and an offering that exist here.
  private static void document(Scene scene, ObjectNode document) {
    ((ObjectNode) document.at("/engagedParty/0")).put("id", scene.person());
    ((ObjectNode) document.at("/engagedParty/1")).put("id", scene.id("createCustomer"));
    ((ObjectNode) document.at("/agreementItem/0/productOffering/0"))
        .put("id", scene.id("createOffering"));
  }

  private static void words(Fixtures table) {
    table
        .plain("listEntityTypes", "listUnits")
        .with((scene, type) -> type.put("code", scene.unique("passage")), "createEntityType")
        .on("createEntityType", "getEntityType", "updateEntityType", "deleteEntityType")
        .with((scene, unit) -> unit.put("code", scene.unique("pallet")), "createUnit");
    for (String operation : new String[] {"getUnit", "updateUnit", "deleteUnit"}) {
      table.onPart("createUnit", "/code", operation);
    }
  }

  /// A proposal between parties that exist, about what that customer requires. The provider is a
  /// person, who signs for itself.
  private static void promise(Scene scene, ObjectNode agreement) {
    JsonNode customer = scene.perform("createCustomer").json();
    String customerId = customer.path("id").asText();
    agreement
        .put("providerPartyId", scene.person())
        .put("customerId", customerId)
        .put("customerPartyId", customer.path("partyId").asText());
    int year = LocalDate.now(ZoneOffset.UTC).getYear();
    agreement.putObject("term").put("start", year + "-01-01").put("end", (year + 1) + "-01-01");
    agreement.putArray("coveredUserIds").add(scene.id("createCustomer"));
    String requirement = requirement(scene, customerId);
    agreement.putArray("requirementIds").add(requirement);
    String counted = scene.perform("createEntityType").json().path("code").asText();
    for (JsonNode commitment : agreement.path("commitments")) {
      ((ObjectNode) commitment)
          .put("metricId", scene.id("createMetric"))
          .put("entityType", counted);
      ((ObjectNode) commitment).putArray("requirementIds").add(requirement);
    }
    for (JsonNode service : agreement.path("agreedServices")) {
      ((ObjectNode) service).put("offeringId", scene.id("createOffering"));
      for (JsonNode type : service.path("entityTypes")) {
        ((ObjectNode) type).put("entityType", counted);
      }
    }
  }

  /// A requirement that matters to a customer.
  static String requirement(Scene scene, String customer) {
    return scene
        .tenant()
        .admin()
        .post(
            "/v1/requirements",
            Api.read(
                """
                {"statement": "Not to miss the flight", "kind": "requirement", "voice": "spoken",
                 "importances": [{"customerId": "%s", "importance": 9}]}"""
                    .formatted(customer)))
        .expect(201)
        .id();
  }

  /// Only a draft can be deleted; the documented example is proposed.
  private static Request draft(Scene scene, Operation delete) {
    Request request = scene.request(scene.operation("createAgreement"));
    ObjectNode agreement = (ObjectNode) Api.read(request.body());
    Answer made =
        scene.tenant().admin().send(request.body(agreement.put("status", "draft"))).expect(201);
    return Request.of(delete.method(), made.header("Location"));
  }

  /// The provider of a proposal signs.
  private static Request signature(Scene scene, Operation sign) {
    JsonNode agreement = scene.perform("createAgreement").json();
    return Request.post(
        sign.path().replace("{id}", agreement.path("id").asText()), byProvider(agreement));
  }

  private static ObjectNode byProvider(JsonNode agreement) {
    return Api.object()
        .put("side", "provider")
        .put("partyId", agreement.path("providerPartyId").asText());
  }

  /// The path of an agreement that both sides have signed.
  static String signed(Scene scene) {
    String path = "/v1/agreements/" + scene.perform("createAgreement").json().path("id").asText();
    sign(scene, path);
    return path;
  }

  /// Both sides of a proposal sign.
  static void sign(Scene scene, String path) {
    Api api = scene.tenant().admin();
    JsonNode agreement = api.get(path).expect(200).json();
    api.post(path + "/signatures", byProvider(agreement)).expect(201);
    String signer = scene.person();
    api.post(
            "/v1/signing-authorities",
            Api.object()
                .put("personPartyId", signer)
                .put("organizationPartyId", agreement.path("customerPartyId").asText())
                .put("scope", "service agreements"))
        .expect(201);
    sign(api, path, "customer", signer);
  }

  private static void sign(Api api, String path, String side, String signer) {
    api.post(path + "/signatures", Api.object().put("side", side).put("partyId", signer))
        .expect(201);
  }

  private static Request amendment(Scene scene, Operation amend) {
    ObjectNode example = (ObjectNode) amend.example();
    return Request.post(signed(scene) + "/amendments", example.put("effectiveOn", summer()));
  }

  /// A day within the term.
  private static String summer() {
    return LocalDate.now(ZoneOffset.UTC).getYear() + "-07-01";
  }

  /// Of an agreement that was amended again and again.
  private static Request versions(Scene scene, Operation list) {
    String path = signed(scene);
    amended(scene, path, (version, n) -> {});
    return Request.get(path + "/versions");
  }

  private static Request signatures(Scene scene, Operation list) {
    Api api = scene.tenant().admin();
    String path = signed(scene);
    String provider = api.get(path).expect(200).json().path("providerPartyId").asText();
    amended(scene, path, (version, n) -> sign(api, path, "provider", provider));
    return Request.get(path + "/signatures");
  }

  private interface Then {
    void with(String version, int number);
  }

  /// Amendments that are proposed and withdrawn again.
  private static void amended(Scene scene, String path, Then then) {
    Api api = scene.tenant().admin();
    for (int n = 0; n < MANY; n++) {
      String version =
          api.post(
                  path + "/amendments",
                  Api.object().put("effectiveOn", summer()).put("status", "proposed"))
              .expect(201)
              .id();
      then.with(version, n);
      api.send(
              Request.patch(
                      "/v1/agreement-versions/" + version, Api.object().put("status", "withdrawn"))
                  .with("If-Match", "*"))
          .expect(200);
    }
  }
}
