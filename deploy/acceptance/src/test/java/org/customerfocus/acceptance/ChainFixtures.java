package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of underpinnings, support chains, breaches, credits and OpenSLO.
final class ChainFixtures {

  private static final int MANY = 12;

  private ChainFixtures() {}

  static void fill(Fixtures table) {
    table
        .special("listUnderpinnings", ChainFixtures::underpinnings)
        .special("createUnderpinning", ChainFixtures::underpinning);
    for (String operation :
        new String[] {"getUnderpinning", "updateUnderpinning", "deleteUnderpinning"}) {
      table.special(operation, ChainFixtures::onUnderpinning);
    }
    table
        .on("createAgreement", "getSupportChain", "getAgreementOpenSlo", "getAgreementOpenSloYaml")
        .plain("importOpenSlo")
        .plain("listBreaches", "listCredits");
    for (String operation : new String[] {"getBreach", "updateBreach", "getBreachTrace"}) {
      table.special(
          operation, (scene, each) -> onFirst(scene, each, breached(scene), "/v1/breaches"));
    }
    for (String operation : new String[] {"getCredit", "updateCredit"}) {
      table.special(
          operation, (scene, each) -> onFirst(scene, each, breached(scene), "/v1/credits"));
    }
    table
        .special("approveCredit", ChainFixtures::approval)
        .special("settleCredit", ChainFixtures::settlement);
  }

  /// An agreement, and another that promises something to its provider.
  private record Link(JsonNode ours, JsonNode theirs) {

    static Link of(Scene scene) {
      JsonNode ours = scene.perform("createAgreement").json();
      ObjectNode theirs = draft(scene);
      theirs.remove("customerPartyId");
      return new Link(
          ours, scene.tenant().admin().post("/v1/agreements", theirs).expect(201).json());
    }

    String path() {
      return "/v1/agreements/%s/underpinnings".formatted(ours.path("id").asText());
    }

    ObjectNode body() {
      return Api.object()
          .put("commitmentId", ours.at("/version/commitments/0/id").asText())
          .put("supportingAgreementId", theirs.path("id").asText())
          .put("supportingCommitmentId", theirs.at("/version/commitments/0/id").asText());
    }
  }

  private static ObjectNode draft(Scene scene) {
    Request request = scene.request(scene.operation("createAgreement"));
    return ((ObjectNode) Api.read(request.body())).put("status", "draft");
  }

  private static Request underpinning(Scene scene, Operation create) {
    Link link = Link.of(scene);
    return Request.post(link.path(), link.body());
  }

  /// One support, year after year.
  private static Request underpinnings(Scene scene, Operation list) {
    Link link = Link.of(scene);
    for (int year = 2000; year < 2000 + MANY; year++) {
      scene
          .tenant()
          .admin()
          .post(
              link.path(),
              link.body().put("validFrom", year + "-01-01").put("validTo", (year + 1) + "-01-01"))
          .expect(201);
    }
    return Request.get(link.path());
  }

  private static Request onUnderpinning(Scene scene, Operation operation) {
    Link link = Link.of(scene);
    String made =
        scene.tenant().admin().post(link.path(), link.body()).expect(201).header("Location");
    return operation.method().equals("PATCH")
        ? Request.patch(made, (ObjectNode) operation.example())
        : Request.of(operation.method(), made);
  }

  /// The id of a signed agreement that missed its target two months ago, finally, and so owes
  /// something.
  static String breached(Scene scene) {
    Api api = scene.tenant().admin();
    YearMonth month = YearMonth.now(ZoneOffset.UTC).minusMonths(2);
    ObjectNode agreement = draft(scene);
    agreement
        .putObject("term")
        .put("start", month.atDay(1).toString())
        .put("end", month.plusYears(2).atDay(1).toString());
    ObjectNode commitment = (ObjectNode) agreement.at("/commitments/0");
    commitment.put("periodBy", "due").put("minimumEvents", 0).put("graceTime", "PT0M");
    commitment.remove("selector");
    String path = api.post("/v1/agreements", agreement).expect(201).header("Location");
    api.send(Request.patch(path, Api.object().put("status", "proposed")).with("If-Match", "*"))
        .expect(200);
    AgreementFixtures.sign(scene, path);
    ObjectNode batch = Api.object();
    ObjectNode missed = batch.putArray("measurements").addObject();
    missed
        .put("source", "fixtures")
        .put("sourceId", scene.unique("missed"))
        .put("metricId", commitment.path("metricId").asText())
        .put("customerId", agreement.path("customerId").asText())
        .put("dueAt", month.atDay(15) + "T12:00:00Z")
        .put("completedAt", month.atDay(15) + "T12:00:00Z")
        .put("value", 1000);
    missed
        .putObject("entity")
        .put("type", commitment.path("entityType").asText())
        .put("reference", scene.unique("passage"));
    api.post("/v1/measurements/batch", batch).expect(200);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// The first of a list that belongs to an agreement, as soon as it is there.
  static JsonNode first(Api api, String list, String agreement) {
    return Eventually.json(
            api,
            "%s?filter=agreementId==%s".formatted(list, agreement),
            each -> !each.path("items").isEmpty())
        .at("/items/0");
  }

  private static Request onFirst(Scene scene, Operation operation, String agreement, String list) {
    String id = first(scene.tenant().admin(), list, agreement).path("id").asText();
    String path = operation.path().replace("{id}", id);
    return operation.method().equals("PATCH")
        ? Request.patch(path, (ObjectNode) operation.example())
        : Request.of(operation.method(), path);
  }

  private static Request approval(Scene scene, Operation approve) {
    String id = first(scene.tenant().admin(), "/v1/credits", breached(scene)).path("id").asText();
    return Request.of(approve.method(), approve.path().replace("{id}", id))
        // The agreement names the charge.
        .json(Api.object().put("note", "As agreed"));
  }

  private static Request settlement(Scene scene, Operation settle) {
    Request approval = approval(scene, scene.operation("approveCredit"));
    Answer approved = scene.tenant().admin().send(approval.with("If-Match", "*")).expect(200);
    return Request.of(settle.method(), settle.path().replace("{id}", approved.id()))
        .json(settle.example());
  }
}
