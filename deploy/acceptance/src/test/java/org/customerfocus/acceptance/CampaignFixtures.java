package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of campaigns, their ledger and contact rules.
final class CampaignFixtures {

  private static final int ENOUGH = 12;
  private static final String LINK = "personal-link";

  private CampaignFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listCampaigns", "createCampaign", "listContactRules", "createContactRule")
        .on("createCampaign", "getCampaign", "deleteCampaign")
        .special("updateCampaign", CampaignFixtures::scheduled)
        .on("createContactRule", "getContactRule", "updateContactRule", "deleteContactRule")
        .special("listInvitations", CampaignFixtures::ledger)
        .special("getInvitation", CampaignFixtures::invitation)
        .special("createInvitationLink", CampaignFixtures::invitation)
        .special("createInvitationResponse", CampaignFixtures::answered)
        .special("listCampaignExclusions", CampaignFixtures::exclusions);
  }

  /// What the patch schedules starts tomorrow: it stays as it was answered.
  private static Request scheduled(Scene scene, Operation update) {
    Operation create = scene.operation("createCampaign");
    ObjectNode campaign = (ObjectNode) Api.read(scene.request(create).body());
    campaign
        .putObject("schedule")
        .put(
            "startAt",
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    String id = scene.tenant().admin().post("/v1/campaigns", campaign).expect(201).id();
    return Request.of(update.method(), update.path().replace("{id}", id))
        .with("Content-Type", update.requestMedia())
        .body(update.example());
  }

  private static Request ledger(Scene scene, Operation list) {
    invited(scene, LINK, ENOUGH, ENOUGH);
    return Request.get(list.path());
  }

  private static Request invitation(Scene scene, Operation get) {
    String campaign = invited(scene, LINK, 1, 1);
    String invitation =
        scene
            .tenant()
            .admin()
            .get("/v1/invitations?filter=" + Api.encode("campaignId==" + campaign))
            .expect(200)
            .json()
            .at("/items/0/id")
            .asText();
    return Request.of(get.method(), get.path().replace("{id}", invitation));
  }

  private static Request answered(Scene scene, Operation create) {
    return invitation(scene, create).json(create.example());
  }

  private static Request exclusions(Scene scene, Operation list) {
    return Request.get(list.path().replace("{id}", invited(scene, LINK, ENOUGH + 1, 1)));
  }

  /// A campaign whose audience is decided about.
  static String invited(Scene scene, String channel, int people, int drawn) {
    ObjectNode campaign =
        Api.object()
            .put("name", scene.unique("Autumn"))
            .put("templateId", "nps")
            .put("status", "scheduled");
    campaign.putArray("channels").add(channel);
    var ids = campaign.putObject("audience").putArray("customerIds");
    for (int i = 0; i < people; i++) {
      ids.add(scene.id("createCustomer"));
    }
    campaign.putObject("sample").put("size", drawn);
    Api api = scene.tenant().admin();
    String id = api.post("/v1/campaigns", campaign).expect(201).id();
    Eventually.json(
        api, "/v1/campaigns/" + id, now -> now.path("phase").asText().equals("settled"));
    return id;
  }
}
