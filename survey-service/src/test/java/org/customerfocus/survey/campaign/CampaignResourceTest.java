package org.customerfocus.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.SchemaRules;
import org.customerfocus.survey.CustomerStandIn;
import org.customerfocus.survey.Transactions;
import org.customerfocus.survey.permission.Suppressions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(CustomerStandIn.class)
class CampaignResourceTest extends CampaignFixture {

  @Inject Suppressions suppressions;
  @Inject PersonalData personal;

  @Test
  void oneCallInvitesASampleAndSaysWhyOthersAreNot() {
    people(1200, "end-user", "payer", "payer");
    CustomerStandIn.REFUSALS.put(parties.getFirst(), "objected");

    String campaign =
        create("", "\"sample\": {\"size\": 300, \"seed\": 7, \"stratifyBy\": \"role\"}");
    Response settled = settled(campaign);

    assertThat(settled.<String>path("status")).isEqualTo("running");
    assertThat(settled.<Integer>path("population")).isEqualTo(1200);
    assertThat(settled.<Integer>path("sampleSize")).isEqualTo(300);
    assertThat(settled.<Integer>path("counts.offered")).isEqualTo(300);
    assertThat(count("/v1/invitations?filter=campaignId==%s".formatted(campaign))).isEqualTo(300);
    int refused = count(exclusions(campaign, "consent-refused"));
    assertThat(count(exclusions(campaign, "not-drawn"))).isEqualTo(900 - refused);
    Response invitations = get("/v1/invitations?limit=200&filter=campaignId==" + campaign);
    assertThat(invitations.<List<List<String>>>path("items.attributes.roles"))
        .allMatch(roles -> roles.size() == 1);
    String again = create("", "\"sample\": {\"size\": 300, \"seed\": 7, \"stratifyBy\": \"role\"}");
    settled(again);
    assertThat(invited(again)).containsExactlyInAnyOrderElementsOf(invited(campaign));
    assertThat(count("/v1/invitations?filter=campaignId==%s".formatted(again))).isEqualTo(300);
    assertThat(CustomerStandIn.USES).anyMatch(use -> use.endsWith("/survey/campaign/" + campaign));
  }

  @Test
  void contactRulesHoldOverCampaignsAndCountReminders() {
    people(3, "end-user");
    Response rule =
        post(
            "/v1/contact-rules",
            "{\"name\": \"Twice a month\", \"maxContacts\": 2, \"days\": 30, \"role\": \"end-user\"}");
    assertThat(rule.statusCode()).as(rule.asString()).isEqualTo(201);
    String first = create("", "");
    settled(first);
    UUID reminded = UUID.fromString(get(invitationsOf(first)).path("items[0].id"));
    String party = get(invitationsOf(first)).path("items[0].partyId");
    run(
        () -> {
          assertThat(ledger.mayRemind(reminded)).isTrue();
          ledger.messageEnded(reminded, 1, true);
          assertThat(ledger.mayRemind(reminded)).isFalse();
          suppressions.add(UUID.fromString(parties.get(1)));
        });

    String second = create("", "");
    settled(second);

    Response excluded = get("/v1/campaigns/%s/exclusions?sort=reason".formatted(second));
    assertThat(excluded.<List<String>>path("items.reason"))
        .isSubsetOf("contacted-recently", "unsubscribed");
    assertThat(excluded.<List<String>>path("items.partyId")).contains(party, parties.get(1));
    Response byRule = get(exclusions(second, "contacted-recently"));
    if (!party.equals(parties.get(1))) {
      assertThat(byRule.<String>path("items[0].contactRuleId")).isEqualTo(rule.path("id"));
    }
    assertThat(get("/v1/campaigns/" + second).<Integer>path("counts.offered"))
        .isEqualTo(3 - excluded.<List<String>>path("items.id").size());
  }

  @Test
  void aContactRuleHoldsOnToTheSegmentThatItNames() {
    people(1, "end-user");
    String body = "{\"name\": \"None\", \"maxContacts\": 0, \"days\": 1, \"segmentId\": \"%s\"}";
    Response unknown = post("/v1/contact-rules", body.formatted(Ids.next()));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/segmentId");
    String id = post("/v1/contact-rules", body.formatted(segment)).path("id");
    String use = "/internal/segments/%s/uses/survey/contact-rule/%s".formatted(segment, id);
    await().atMost(Duration.ofSeconds(20)).until(() -> CustomerStandIn.USES.contains(use));

    assertThat(rule(id, "{\"segmentId\": \"%s\"}".formatted(Ids.next()))).isEqualTo(422);
    assertThat(rule(id, "{\"segmentId\": null}")).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> !CustomerStandIn.USES.contains(use));
    assertThat(rule(id, "{\"segmentId\": \"%s\"}".formatted(segment))).isEqualTo(200);
    await().atMost(Duration.ofSeconds(20)).until(() -> CustomerStandIn.USES.contains(use));
    as(tenant, "surveys:write").header("If-Match", "*").delete("/v1/contact-rules/" + id);
    await().atMost(Duration.ofSeconds(20)).until(() -> !CustomerStandIn.USES.contains(use));
  }

  private int rule(String id, String patch) {
    return as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/contact-rules/" + id)
        .statusCode();
  }

  @Test
  void whoUnsubscribedIsLeftInPeaceByAllCampaignsUntilTheyConsentAgain() {
    people(2, "end-user");
    UUID party = UUID.fromString(parties.getFirst());
    run(() -> suppressions.add(party));
    CustomerStandIn.SAID.put(party.toString(), "2020-01-01T00:00:00Z");

    String research = create("", "\"permission\": {\"purpose\": \"research\"}");
    settled(research);
    assertThat(get(exclusions(research, "unsubscribed")).<List<String>>path("items.partyId"))
        .containsExactly(party.toString());

    CustomerStandIn.SAID.put(party.toString(), "2099-01-01T00:00:00Z");
    String later = create("", "\"permission\": {\"purpose\": \"research\"}");
    settled(later);
    assertThat(invited(later)).contains(party.toString());
    assertThat(CustomerStandIn.PURPOSES).contains("research");
  }

  @Test
  void anOpenCampaignHasItsLinkWhileItRuns() {
    Response created =
        post(
            "/v1/campaigns",
            """
            {"name": "Poster", "surveyVersionId": "%s", "status": "scheduled",
             "channels": ["open-link"]}"""
                .formatted(version));
    String campaign = created.path("id");
    settled(campaign);
    Response links = get("/v1/survey-links?filter=campaignId==" + campaign);
    assertThat(links.<List<String>>path("items.status")).containsExactly("open");
    assertThat(as(tenant, "responses:submit").get(links.<String>path("items[0].path")).statusCode())
        .isEqualTo(200);

    patch(campaign, "{\"status\": \"finished\"}").then().statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(tenant, "responses:submit")
                    .get(links.<String>path("items[0].path"))
                    .statusCode(),
            status -> status == 410);
  }

  /// Customer-service does not answer for a while: nobody's transaction waits for it.
  @Test
  void customerServiceIsAskedOutsideOfTransactions() throws Exception {
    people(1, "end-user");
    CustomerStandIn.SLOW.add(segment);
    CompletableFuture<String> creating =
        CompletableFuture.supplyAsync(() -> create("\"status\": \"draft\",", ""));
    await().atMost(Duration.ofSeconds(20)).until(() -> CustomerStandIn.WAITING.contains(segment));
    // Whatever is open now and stays so waits for the answer, which takes until it is allowed.
    Transactions.awaitNoneIdle();
    assertThat(creating).isNotDone();
    CustomerStandIn.SLOW.remove(segment);
    assertThat(creating.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void theEndTakesOpenInvitationsAlongAndWithdrawsTheUse() {
    people(2, "end-user");
    String campaign = create("", "");
    settled(campaign);
    Response list = get(invitationsOf(campaign));
    UUID answered = UUID.fromString(list.path("items[0].id"));
    run(() -> ledger.completed(answered));

    patch(campaign, "{\"status\": \"finished\"}").then().statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Response now = get("/v1/campaigns/" + campaign);
              assertThat(now.<Integer>path("counts.expired")).isEqualTo(1);
              assertThat(now.<Float>path("counts.responseRate")).isEqualTo(0.5f);
              assertThat(CustomerStandIn.USES).noneMatch(use -> use.endsWith(campaign));
            });
    patch(campaign, "{\"status\": \"running\"}").then().statusCode(409);
    patch(campaign, "{\"name\": \"Another\"}").then().statusCode(409);
  }

  @Test
  void interactionsAtATouchpointInviteOnceEach() {
    people(2, "end-user");
    String touchpoint = Ids.next().toString();
    String campaign =
        create("", "\"trigger\": {\"touchpointIds\": [\"%s\"]}".formatted(touchpoint));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/v1/campaigns/" + campaign).path("status").equals("running"));
    String customer = customer(0);
    String interaction = Ids.next().toString();
    interaction(interaction, customer, touchpoint);
    interaction(interaction, customer, touchpoint);
    interaction(Ids.next().toString(), customer, touchpoint);
    interaction(Ids.next().toString(), customer, Ids.next().toString());
    interaction(Ids.next().toString(), Ids.next().toString(), touchpoint);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(get("/v1/campaigns/" + campaign).<Integer>path("counts.offered"))
                    .isEqualTo(2));
    assertThat(get(invitationsOf(campaign)).<List<String>>path("items.occasionId"))
        .contains(interaction)
        .doesNotHaveDuplicates();
    assertThat(get(invitationsOf(campaign)).<List<String>>path("items.attributes.touchpointId"))
        .containsExactly(touchpoint, touchpoint);
  }

  @Test
  void theErasedAreForgottenAndStayCounted() {
    people(3, "end-user");
    String campaign = create("", "\"sample\": {\"size\": 2}");
    settled(campaign);
    List<UUID> everybody = parties.stream().map(UUID::fromString).toList();

    run(() -> personal.erase(new Subject(everybody, List.of())));

    Response ledger = get(invitationsOf(campaign));
    assertThat(ledger.<List<String>>path("items.id")).hasSize(2);
    assertThat(ledger.asString()).doesNotContain("partyId", "customerId", "end-user");
    assertThat(get("/v1/campaigns/%s/exclusions".formatted(campaign)).<List<String>>path("items"))
        .isEmpty();
    assertThat(get("/v1/campaigns/" + campaign).<Integer>path("counts.offered")).isEqualTo(2);
  }

  @Test
  void onlyWhoIsInvitedByMailIsReminded() {
    people(1, "end-user");
    refused(
        "\"channels\": [\"api\"], \"audience\": {}, \"schedule\": {\"reminderDays\": [3]}",
        "/schedule/reminderDays");
    String body =
        """
        {"name": "Both", "surveyVersionId": "%s", "status": "scheduled", "channels": ["%s", "%s"],
         "audience": {"segmentIds": ["%s"]}, "schedule": {"reminderDays": [3, 7]}}""";

    String byHand =
        post("/v1/campaigns", body.formatted(version, "personal-link", "email", segment))
            .path("id");
    String byMail =
        post("/v1/campaigns", body.formatted(version, "email", "personal-link", segment))
            .path("id");
    settled(byHand);
    settled(byMail);

    assertThat(get(invitationsOf(byHand)).<String>path("items[0].remindAt")).isNull();
    assertThat(get(invitationsOf(byMail)).<String>path("items[0].remindAt")).isNotNull();
  }

  @Test
  void draftsChangeAndGoAndBadOnesAreRefused() {
    people(1, "end-user");
    String campaign = create("\"status\": \"draft\",", "");
    Response draft = get("/v1/campaigns/" + campaign);
    assertThat(draft.<List<String>>path("allowedStatuses"))
        .containsExactly("scheduled", "cancelled");
    patch(campaign, "{\"name\": \"Renamed\", \"sample\": {\"margin\": 0.05}}")
        .then()
        .statusCode(200);
    assertThat(get("/v1/campaigns/" + campaign).<Number>path("sample.seed")).isNotNull();
    patch(campaign, "{\"permission\": {\"purpose\": \"research\", \"silence\": \"refuses\"}}")
        .then()
        .statusCode(200);
    patch(campaign, "{\"name\": \"Renamed again\"}").then().statusCode(200);
    assertThat(get("/v1/campaigns/" + campaign).<Map<String, String>>path("permission"))
        .isEqualTo(Map.of("purpose", "research", "silence", "refuses"));
    as(tenant, "surveys:write")
        .header("If-Match", "*")
        .delete("/v1/campaigns/" + campaign)
        .then()
        .statusCode(204);
    assertThat(get("/v1/campaigns/" + campaign, 404).statusCode()).isEqualTo(404);

    refused("\"channels\": [\"email\"]", "/audience");
    refused("\"channels\": [\"open-link\"], \"sample\": {\"size\": 3}", "/channels");
    refused(
        "\"channels\": [\"api\"], \"audience\": {}, \"sample\": {\"size\": 3, \"margin\": 0.1}",
        "/sample");
    refused(
        "\"channels\": [\"api\"], \"audience\": {\"segmentIds\": [\"%s\"]}".formatted(Ids.next()),
        "/audience/segmentIds");
    refused(
        "\"channels\": [\"api\"], \"audience\": {}, \"permission\": {\"purpose\": \"any\"}",
        "/permission/purpose");
    refused(
        "\"channels\": [\"open-link\"], \"schedule\": {\"expiresAt\": \"2020-01-01T00:00:00Z\"}",
        "/schedule/expiresAt");
    Response both =
        post(
            "/v1/campaigns",
            "{\"name\": \"x\", \"channels\": [\"open-link\"], \"templateId\": \"nope\"}");
    assertThat(both.statusCode()).isEqualTo(422);
  }

  @Test
  void everyFieldOfTheListsHasItsIndex() throws SQLException {
    SchemaRules.checkIndexes(
        CampaignRepository.CAMPAIGNS,
        CampaignRepository.EXCLUSIONS,
        org.customerfocus.survey.contactrule.ContactRuleLists.FIELDS);
  }
}
