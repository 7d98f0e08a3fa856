package org.customerfocus.acceptance;

import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of how surveys reach people.
final class DeliveryFixtures {

  private static final int ENOUGH = 12;

  private DeliveryFixtures() {}

  static void fill(Fixtures table) {
    table
        .on("createSurveyLink", "getSurveyLinkQrCode", "getSurveyLinkEmbed")
        .special("listSurveyMails", DeliveryFixtures::mails)
        .special("getSurveyMail", DeliveryFixtures::mail);
  }

  private static Request mails(Scene scene, Operation list) {
    CampaignFixtures.invited(scene, "email", ENOUGH, ENOUGH);
    return Request.get(list.path());
  }

  private static Request mail(Scene scene, Operation get) {
    String campaign = CampaignFixtures.invited(scene, "email", 1, 1);
    String mail =
        scene
            .tenant()
            .admin()
            .get("/v1/survey-mails?filter=" + Api.encode("campaignId==" + campaign))
            .expect(200)
            .json()
            .at("/items/0/id")
            .asText();
    return Request.get(get.path().replace("{id}", mail));
  }
}
