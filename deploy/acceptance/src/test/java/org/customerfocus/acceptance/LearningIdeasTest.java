package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Listening to those who use the product, and learning from it: each idea as calls that anybody
/// can make.
class LearningIdeasTest {

  private static Tenant tenant;

  @BeforeAll
  static void aTenantOfItsOwn() {
    tenant = Tenant.fresh();
  }

  @Test
  void goAndSee() {
    String own = person("Ines");
    String guest = customer("Nora", "end-user");
    String visit =
        create(
            "/v1/gemba-visits",
            """
            {"title": "A night on board", "place": "Car 12", "customerId": "%s",
             "visitorPartyIds": ["%s"], "plannedFor": "2026-01-10T22:00:00Z"}"""
                .formatted(guest, own));
    assertThat(get("/v1/gemba-visitors?filter=partyId==" + own).path("items")).isEmpty();
    JsonNode refused =
        refuse(Request.patch(path("gemba-visits", visit), Api.read("{\"status\": \"done\"}")));
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/visitedAt");
    JsonNode done =
        patch(
            path("gemba-visits", visit),
            """
            {"status": "done", "visitedAt": "2026-01-10T22:10:00Z",
             "observations": [{"key": "light", "seen": "They tape paper over the night light."}],
             "findings": [{"key": "too-bright", "kind": "problem",
               "statement": "Nobody can sleep beside the night light.",
               "observationKeys": ["light"]}]}""");
    // Whom it met is what the customer is; who went, and when last, follows from the visit.
    assertThat(done.at("/met/roles/0").asText()).isEqualTo("end-user");
    JsonNode went = get("/v1/gemba-visitors?filter=partyId==" + own).at("/items/0");
    assertThat(went.path("lastVisitedAt").asText()).isEqualTo("2026-01-10T22:10:00Z");
    assertThat(went.path("lastVisitId").asText()).isEqualTo(visit);

    // What was seen feeds an improvement, which keeps it.
    String finding = done.at("/findings/0/id").asText();
    create(
        "/v1/improvements",
        """
        {"title": "Dim the light", "opportunity": "Let them sleep.",
         "evidence": [{"type": "finding", "id": "%s"}]}"""
            .formatted(finding));
    Request delete = Request.of("DELETE", path("gemba-visits", visit)).with("If-Match", "*");
    tenant.admin().send(delete).expect(409);
  }

  @Test
  void endUsersAreHeardDirectly() {
    Tenant before = tenant;
    tenant = Tenant.fresh();
    try {
      String user = customer("Omar", "end-user");
      String payer = customer("Paula", "payer");
      feedback(user, "dealer", "complaint");
      feedback(payer, "telephone", "suggestion");
      assertThat(standing()).contains("end-users-only-through-others");
      JsonNode coverage = get("/v1/listening-coverage");
      assertThat(coverage.at("/roles/0/role").asText()).isEqualTo("end-user");
      assertThat(coverage.at("/roles/0/coverage/population").asInt()).isEqualTo(1);
      assertThat(coverage.at("/roles/0/coverage/heard").asInt()).isEqualTo(1);
      assertThat(coverage.at("/roles/0/coverage/heardDirectly").asInt()).isZero();
      create(
          "/v1/gemba-visits",
          """
          {"title": "At the counter", "customerId": "%s", "visitorPartyIds": ["%s"],
           "visitedAt": "%s"}"""
              .formatted(user, person("Ines"), Instant.now().minusSeconds(3600)));
      assertThat(standing()).isEmpty();
      assertThat(get("/v1/listening-coverage").at("/roles/0/coverage/heardDirectly").asInt())
          .isEqualTo(1);
      Answer standard =
          tenant
              .admin()
              .post(
                  "/v1/listening-methods",
                  Api.read(
                      """
                      {"code": "survey", "name": "Mine", "direct": false, "voice": "spoken",
                       "source": "responses"}"""));
      assertThat(standard.status()).isEqualTo(409);
    } finally {
      tenant = before;
    }
  }

  private static List<String> standing() {
    return get("/v1/listening-coverage").path("warnings").findValuesAsText("kind");
  }

  @Test
  void oneThingWeCouldImproveBecomesThemes() {
    String survey = survey();
    String version =
        tenant.admin().post("/v1/surveys/" + survey + "/versions", Api.object()).expect(201).id();
    for (int i = 0; i < 4; i++) {
      answer(version, 2 + i % 2, "The queues at the counter are endless");
      answer(version, 3, "Fewer queues please, and one more counter");
      answer(version, 9, "Nothing at all");
    }
    String analysis =
        create(
            "/v1/theme-analyses",
            """
            {"name": "One thing", "source": "responses", "surveyId": "%s",
             "scoreLinkId": "recommend"}"""
                .formatted(survey));
    Eventually.json(
        tenant.admin(),
        path("theme-analyses", analysis),
        each -> each.path("status").asText().equals("done"));
    JsonNode queues =
        get("/v1/themes?sort=-mentions&filter=analysisId==" + analysis).at("/items/0");
    assertThat(queues.at("/mentions/value").asInt()).isEqualTo(8);
    assertThat(queues.at("/scoreEffect/interval/upper").asDouble()).isNegative();
    assertThat(queues.at("/examples/0/text").asText()).contains("queues");

    // A person names it; what they did stays when it is computed again.
    String id = queues.path("id").asText();
    patch(path("themes", id), "{\"name\": \"Waiting\", \"pinned\": true}");
    answer(version, 1, "A queue at the counter, again");
    patch(path("theme-analyses", analysis), "{\"status\": \"queued\"}");
    JsonNode again =
        Eventually.json(
            tenant.admin(), path("themes", id), each -> each.at("/mentions/value").asInt() == 9);
    assertThat(again.path("name").asText()).isEqualTo("Waiting");
    JsonNode refused =
        refuse(
            Request.post(
                "/v1/themes",
                Api.read(
                    """
                    {"analysisId": "%s", "name": "x", "terms": ["at the counter"]}"""
                        .formatted(analysis))));
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/terms/0");
  }

  @Test
  void improvementsAreVerified() {
    String survey = survey();
    String version =
        tenant.admin().post("/v1/surveys/" + survey + "/versions", Api.object()).expect(201).id();
    for (int i = 0; i < 12; i++) {
      answerOn(version, "2026-01-10", i % 4 == 0 ? 9 : 3);
      answerOn(version, "2026-03-10", i % 4 == 0 ? 8 : 10);
    }
    String customer = customer("Quinn", "end-user");
    String complaint = feedback(customer, "telephone", "complaint");
    String improvement =
        create(
            "/v1/improvements",
            """
            {"title": "A second counter", "opportunity": "Shorter queues",
             "action": "Open it at seven", "ownerPartyId": "%s", "status": "in-progress",
             "expectedEffect": {"surveyId": "%s", "question": "recommend", "change": 10},
             "evidence": [{"type": "feedback", "id": "%s"}],
             "effects": [{"role": "end-user", "direction": "raises"},
                         {"role": "payer", "direction": "lowers"}]}"""
                .formatted(person("Ines"), survey, complaint));
    String verification =
        """
        {"improvementId": "%s", "before": {"from": "2026-01-01", "to": "2026-02-01"},
         "after": {"from": "2026-03-01", "to": "2026-04-01"}}"""
            .formatted(improvement);
    tenant.admin().post("/v1/improvement-verifications", Api.read(verification)).expect(409);
    JsonNode done = patch(path("improvements", improvement), "{\"status\": \"done\"}");
    assertThat(done.at("/conflicts/0/role").asText()).isEqualTo("payer");
    JsonNode told =
        get("/v1/improvement-notifications?filter=improvementId==" + improvement).at("/items/0");
    assertThat(told.path("customerId").asText()).isEqualTo(customer);
    JsonNode found =
        tenant
            .admin()
            .post("/v1/improvement-verifications", Api.read(verification))
            .expect(201)
            .json();
    assertThat(found.path("outcome").asText()).isEqualTo("verified");
    assertThat(found.at("/difference/interval/lower").asDouble()).isPositive();
    assertThat(get(path("improvements", improvement)).path("outcome").asText())
        .isEqualTo("verified");
  }

  private static String survey() {
    return create(
        "/v1/surveys",
        """
        {"name": "One thing", "anonymityThreshold": 0, "items": [
          {"linkId": "recommend", "type": "nps", "text": "Would you recommend us?"},
          {"linkId": "one-thing", "type": "text", "text": "What one thing could we improve?"}]}""");
  }

  private static void answer(String version, int score, String text) {
    create(
        "/v1/responses",
        """
        {"surveyVersionId": "%s", "answers": [{"linkId": "recommend", "value": %d},
          {"linkId": "one-thing", "text": "%s"}]}"""
            .formatted(version, score, text));
  }

  private static void answerOn(String version, String day, int score) {
    create(
        "/v1/responses",
        """
        {"surveyVersionId": "%s", "respondedAt": "%sT10:00:00Z",
         "answers": [{"linkId": "recommend", "value": %d}]}"""
            .formatted(version, day, score));
  }

  private static String feedback(String customer, String channel, String form) {
    JsonNode of = get("/v1/customers/" + customer);
    return create(
        "/v1/feedback",
        """
        {"form": "%s", "channel": "%s", "text": "It takes too long.", "customerId": "%s",
         "partyId": "%s"}"""
            .formatted(form, channel, customer, of.path("partyId").asText()));
  }

  private static String customer(String name, String role) {
    return create(
        "/v1/customers",
        """
        {"party": {"kind": "person", "givenName": "%s", "familyName": "Okafor"},
         "roles": [{"type": "%s"}], "validFrom": "2025-01-01"}"""
            .formatted(name, role));
  }

  private static String person(String name) {
    return create(
        "/v1/parties",
        """
        {"kind": "person", "givenName": "%s", "familyName": "Silva"}"""
            .formatted(name));
  }

  private static String path(String resource, String id) {
    return "/v1/%s/%s".formatted(resource, id);
  }

  private static String create(String path, String body) {
    return tenant.admin().post(path, Api.read(body)).expect(201).id();
  }

  private static JsonNode patch(String path, String body) {
    Request request = Request.patch(path, Api.read(body)).with("If-Match", "*");
    return tenant.admin().send(request).expect(200).json();
  }

  private static JsonNode refuse(Request request) {
    return tenant.admin().send(request.with("If-Match", "*")).expect(422).json();
  }

  private static JsonNode get(String path) {
    return tenant.admin().get(path).expect(200).json();
  }
}
