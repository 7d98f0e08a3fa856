package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The respondent's page as respondents reach it: through the gateway, by HTTP alone, with no
/// script and no credential but the link.
@ExtendWith(Running.class)
class RespondentPageTest {

  private static final String SURVEY =
      """
      {"name": "Visit", "title": "How was your visit?", "introduction": "Three pages.",
       "completion": "We read every answer.", "language": "en", "anonymityThreshold": 0,
       "items": [
        {"linkId": "a", "type": "group", "text": "You and us", "items": [
          {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?",
           "required": true}]},
        {"linkId": "b", "type": "group", "text": "The visit", "items": [
          {"linkId": "clean", "type": "scale", "text": "How clean was it?",
           "scale": {"min": 1, "max": 5}}]},
        {"linkId": "c", "type": "group", "text": "In your words", "items": [
          {"linkId": "why", "type": "text", "text": "Why?"}]}],
       "translations": {"de": {"title": "Wie war Ihr Besuch?"}}}""";

  private final Visitor visitor = new Visitor("en");
  private Tenant tenant;
  private Api api;
  private String version;

  @BeforeEach
  void survey() {
    tenant = Tenant.fresh();
    api = tenant.admin();
    String survey = api.post("/v1/surveys", Api.read(SURVEY)).expect(201).id();
    version = api.send(Request.of("POST", "/v1/surveys/" + survey + "/versions")).expect(201).id();
  }

  @Test
  void aPersonalLinkIsOpenedAnsweredResumedAndCompleted() {
    String campaign = campaign();
    JsonNode invitation = invitation(campaign);
    String link = personalLink(invitation.path("id").asText());
    assertThat(link).startsWith("/s/" + tenant.handle() + ".");

    Answer start = visitor.open(link).expect(200);
    assertThat(start.text())
        .contains("How was your visit?", "Three pages.")
        .doesNotContain("<script");
    assertThat(start.bytes().length).isLessThan(50_000);
    assertThat(start.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(invitation(campaign).path("status").asText()).isEqualTo("opened");
    Answer first = visitor.send(start);
    // What is missing is asked for again, on the same page.
    assertThat(visitor.send(first).expect(422).text()).contains("Choose one answer.");
    Answer second = visitor.send(first, "q:recommend", "9");
    assertThat(second.text()).contains("How clean was it?");
    assertThat(invitation(campaign).path("status").asText()).isEqualTo("started");

    // Later, on another device: whoever opens the link again goes on where they were.
    Answer again = visitor.send(new Visitor("de").open(link).expect(200));
    assertThat(again.text()).contains("How clean was it?");
    Answer third = visitor.send(again, "q:clean", "4");
    Answer back = visitor.send(third, "go", "back", "q:why", "Quiet.");
    assertThat(back.text()).contains("value=\"4\" checked");
    Answer end = visitor.send(visitor.send(back, "q:clean", "5"), "q:why", "Quiet.");
    assertThat(end.text()).contains("Thank you!", "We read every answer.");

    JsonNode responses =
        api.get("/v1/responses?filter=" + Api.encode("campaignId==" + campaign))
            .expect(200)
            .json()
            .path("items");
    assertThat(responses).hasSize(1);
    assertThat(responses.at("/0/status").asText()).isEqualTo("completed");
    assertThat(responses.at("/0/answers").findValuesAsText("linkId"))
        .containsExactlyInAnyOrder("recommend", "clean", "why");
    assertThat(invitation(campaign).path("status").asText()).isEqualTo("completed");
    assertThat(visitor.open(link).expect(200).text()).contains("You have already answered");
    assertThat(
            api.get("/v1/campaigns/" + campaign).expect(200).json().at("/counts/completed").asInt())
        .isEqualTo(1);
  }

  @Test
  void aPageIsSpokenInTheLanguageOfTheRespondent() {
    String link = openLink(Api.object());

    Answer german = new Visitor("de-CH, en;q=0.5").open(link).expect(200);

    assertThat(german.text()).contains("<html lang=\"de\" dir=\"ltr\">", "Wie war Ihr Besuch?");
    assertThat(german.header("Content-Language")).isEqualTo("de");
  }

  @Test
  void aLinkThatLeadsNowhereGetsAKindPage() {
    String link = openLink(Api.object());
    String secret = link.substring(link.indexOf('.'));
    String id = link(link).path("id").asText();

    assertThat(visitor.open("/s/" + tenant.handle() + ".AAAAAAAAAAAAAAAAAAAAAA").expect(404).text())
        .contains("This link leads nowhere");
    assertThat(visitor.open("/s/" + Tenant.fresh().handle() + secret).expect(404).text())
        .contains("This link leads nowhere");
    assertThat(visitor.open("/s/nobody" + secret).expect(404).text())
        .contains("This link leads nowhere");
    // Somebody else's half-filled response cannot be taken over.
    Answer mine = visitor.send(visitor.open(link).expect(200));
    String forged = mine.request().path().replaceFirst("(/s/[^/]+/.).", "$1_");
    assertThat(visitor.open(forged).status()).isEqualTo(404);

    close(id);

    assertThat(visitor.open(link).expect(410).text()).contains("This survey is closed");
    assertThat(visitor.post(Visitor.action(mine), "q:recommend", "9").expect(410).text())
        .contains("This survey is closed");
  }

  @Test
  void aKioskForgetsWhoWasThereAndStartsAnew() {
    String link = openLink(Api.object().put("kiosk", true));

    for (String answer : new String[] {"9", "3"}) {
      Answer page = visitor.send(visitor.open(link).expect(200));
      assertThat(page.header("Refresh")).startsWith("300; url=" + link);
      Answer end =
          visitor.send(visitor.send(visitor.send(page, "q:recommend", answer), "q:clean", "1"));
      assertThat(end.header("Refresh")).isEqualTo("10; url=" + link);
      assertThat(end.text()).contains("Thank you!", "Start again");
    }

    JsonNode responses =
        api.get(
                "/v1/responses?filter="
                    + Api.encode("surveyVersionId==%s;channel==kiosk".formatted(version)))
            .expect(200)
            .json()
            .path("items");
    assertThat(responses.findValuesAsText("status")).containsExactly("completed", "completed");
  }

  @Test
  void aSurveyIsEmbeddedInAnotherPage() {
    String link = openLink(Api.object());
    JsonNode embed =
        api.get("/v1/survey-links/%s/embed".formatted(link(link).path("id").asText()))
            .expect(200)
            .json();

    Answer framed = visitor.open(link + "?embed=1").expect(200);

    assertThat(embed.path("iframe").asText()).contains(link + "?embed=1");
    assertThat(framed.header("Content-Security-Policy")).contains("frame-ancestors *");
    assertThat(Visitor.action(framed)).contains("embed=1");
    assertThat(visitor.open(link).expect(200).header("Content-Security-Policy"))
        .contains("frame-ancestors 'none'");
    Answer script = Running.api().get(link + "/embed.js").expect(200);
    assertThat(script.contentType()).isEqualTo("text/javascript");
  }

  @Test
  void oneClickUnsubscribesFromEveryCampaignUntilThePersonConsentsAgain() {
    JsonNode person = person();
    String campaign = campaign(person);
    String link = personalLink(invitation(campaign).path("id").asText());

    Answer asked = visitor.open(link + "/unsubscribe").expect(200);
    assertThat(asked.text()).contains("<form method=\"post\"").doesNotContain("<script");
    Answer done = visitor.post(link + "/unsubscribe", "List-Unsubscribe", "One-Click");
    assertThat(done.expect(200).text()).contains("You will receive no more surveys");
    assertThat(visitor.open("/s/%s.AAAA/unsubscribe".formatted(tenant.handle())).status())
        .isEqualTo(404);

    String later = campaign(person);
    assertThat(exclusions(later).findValuesAsText("reason")).containsExactly("unsubscribed");
    String permissions =
        "/v1/contact-permissions?purpose=surveys&channel=email&partyId="
            + person.path("partyId").asText();
    Eventually.json(
        api, permissions, now -> now.at("/items/0/reason").asText().equals("withdrawn"));
    for (String channel : new String[] {"email", "web"}) {
      ObjectNode consent =
          Api.object()
              .put("partyId", person.path("partyId").asText())
              .put("purpose", "surveys")
              .put("channel", channel)
              .put("legalBasis", "consent")
              .put("status", "given");
      api.post("/v1/consents", consent).expect(201);
    }

    assertThat(invitation(campaign(person)).path("partyId").asText())
        .isEqualTo(person.path("partyId").asText());
  }

  @Test
  void anInvitationThatEndedWithItsCampaignIsClosed() {
    String campaign = campaign();
    String link = personalLink(invitation(campaign).path("id").asText());

    api.send(
            Request.patch("/v1/campaigns/" + campaign, Api.object().put("status", "cancelled"))
                .with("If-Match", "*"))
        .expect(200);

    Eventually.json(
        api, "/v1/campaigns/" + campaign, now -> now.at("/counts/expired").asInt() == 1);
    assertThat(visitor.open(link).expect(410).text()).contains("This survey is closed");
  }

  private String openLink(ObjectNode more) {
    return api.post("/v1/survey-links", more.put("surveyVersionId", version))
        .expect(201)
        .json()
        .path("path")
        .asText();
  }

  private JsonNode link(String path) {
    for (JsonNode each : api.get("/v1/survey-links").expect(200).json().path("items")) {
      if (each.path("path").asText().equals(path)) {
        return each;
      }
    }
    throw new AssertionError("no link " + path);
  }

  private void close(String id) {
    api.send(
            Request.patch("/v1/survey-links/" + id, Api.object().put("status", "closed"))
                .with("If-Match", "*"))
        .expect(200);
  }

  private String campaign() {
    return campaign(person());
  }

  private String campaign(JsonNode person) {
    ObjectNode campaign =
        Api.object()
            .put("name", "Autumn " + UUID.randomUUID())
            .put("surveyVersionId", version)
            .put("status", "scheduled");
    campaign.putArray("channels").add("personal-link");
    campaign.putObject("audience").putArray("customerIds").add(person.path("id").asText());
    String id = api.post("/v1/campaigns", campaign).expect(201).id();
    Eventually.json(
        api, "/v1/campaigns/" + id, now -> now.path("phase").asText().equals("settled"));
    return id;
  }

  private JsonNode invitation(String campaign) {
    return api.get("/v1/invitations?filter=" + Api.encode("campaignId==" + campaign))
        .expect(200)
        .json()
        .at("/items/0");
  }

  private String personalLink(String invitation) {
    return api.send(Request.of("POST", "/v1/invitations/" + invitation + "/links"))
        .expect(201)
        .json()
        .path("path")
        .asText();
  }

  private JsonNode exclusions(String campaign) {
    return api.get("/v1/campaigns/%s/exclusions".formatted(campaign)).expect(200).json();
  }

  private JsonNode person() {
    ObjectNode customer = Api.object();
    customer.putObject("party").put("kind", "person").put("givenName", "Rosa");
    customer.putArray("roles").addObject().put("type", "end-user");
    return api.post("/v1/customers", customer).expect(201).json();
  }
}
