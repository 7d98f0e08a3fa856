package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ideas of privacy, as API calls: what a party allows, what is known of it, and that it can be
/// forgotten.
@ExtendWith(Running.class)
class PrivacyIdeasTest {

  private final Api api = Tenant.fresh().admin();

  /// Purpose × channel × legal basis: a general refusal wins over a newer, more specific consent,
  /// and both stay in the history.
  @Test
  void theStrictestConsentWins() {
    String party = person();
    String other = person();
    String optOut = say(party, "any", "any", "consent", "withdrawn", "2026-01-01T10:00:00Z");
    String given = say(party, "newsletter", "email", "consent", "given", "2026-02-01T10:00:00Z");
    say(other, "newsletter", "email", "consent", "given", "2026-02-01T10:00:00Z");

    String ask =
        "/v1/contact-permissions?purpose=%s&channel=email&on=%s&partyId="
            + party
            + "&partyId="
            + other;
    JsonNode news = api.get(ask.formatted("newsletter", "2026-03-01")).expect(200).json();
    assertThat(news.at("/items/0/allowed").asBoolean()).isFalse();
    assertThat(news.at("/items/0/reason").asText()).isEqualTo("withdrawn");
    assertThat(news.at("/items/0/consentId").asText()).isEqualTo(optOut);
    assertThat(news.at("/items/1/allowed").asBoolean()).isTrue();

    // What the law demands does not ask for the will.
    String duty = say(party, "recall", "any", "legal-obligation", "given", "2026-01-01T10:00:00Z");
    JsonNode recall = api.get(ask.formatted("recall", "2026-03-01")).expect(200).json();
    assertThat(recall.at("/items/0/reason").asText()).isEqualTo("required");
    assertThat(recall.at("/items/0/consentId").asText()).isEqualTo(duty);

    JsonNode then = api.get("/v1/parties/%s/consents?asOf=2026-01-15".formatted(party)).json();
    assertThat(then.path("items").findValuesAsText("id")).containsOnly(optOut, duty);
    JsonNode now = api.get("/v1/parties/%s/consents?asOf=2026-03-01".formatted(party)).json();
    assertThat(now.path("items").findValuesAsText("id")).contains(given, optOut, duty);

    ObjectNode objection =
        statement(party, "newsletter", "email", "contract", "objected", "2026-01-01T10:00:00Z");
    Answer refused = api.post("/v1/consents", objection).expect(422);
    assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/status");
  }

  /// One archive of everything, from all services, while the customer waits.
  @Test
  void aCustomerAsksWhatIsKnownAndGetsOneArchiveOfEverything() {
    ErasureTest.Planted planted = ErasureTest.Planted.in(api);
    String id = Privacy.request(api, "access", planted.party());
    Privacy.awaitCompleted(api, id);

    long before = System.nanoTime();
    JsonNode archive = api.get("/v1/privacy-requests/%s/archive".formatted(id)).expect(200).json();
    assertThat((System.nanoTime() - before) / 1_000_000).as("milliseconds").isLessThan(5_000);

    assertThat(archive.path("complete").asBoolean()).isTrue();
    assertThat(sections(archive, "customer"))
        .contains("party", "contact-point", "party-attribute", "customer", "consent", "audit");
    assertThat(sections(archive, "survey")).contains("response", "answer", "response-attribute");
    assertThat(sections(archive, "agreement")).contains("agreement", "commitment", "measurement");
    assertThat(archive.toString()).contains("I am " + planted.marker());

    String rectification =
        api.post(
                "/v1/privacy-requests",
                Api.object().put("kind", "rectification").put("partyId", planted.party()))
            .expect(201)
            .id();
    api.get("/v1/privacy-requests/%s/archive".formatted(rectification)).expect(409);
  }

  /// Closed only when every service has confirmed; then nothing leads back to the person.
  @Test
  void anErasureIsClosedOnlyWhenAllServicesHaveConfirmed() {
    ErasureTest.Planted planted = ErasureTest.Planted.in(api);
    String id = Privacy.request(api, "erasure", planted.party());
    JsonNode done = Privacy.awaitCompleted(api, id);
    assertThat(done.path("services").findValuesAsText("service"))
        .containsExactly("agreement", "survey");
    for (JsonNode service : done.path("services")) {
      assertThat(service.path("doneAt").asText())
          .isNotBlank()
          .isLessThanOrEqualTo(done.path("completedAt").asText());
    }
    assertThat(api.get("/v1/responses/" + planted.response()).expect(200).text())
        .doesNotContain(planted.marker());
    // Nobody writes to a tombstone, and it cannot be asked about again.
    api.send(
            Request.of("PATCH", "/v1/parties/" + planted.party())
                .with("Content-Type", "application/merge-patch+json")
                .with("If-Match", "*")
                .body(Api.object().put("givenName", "Back")))
        .expect(409);
    ObjectNode again = Api.object().put("kind", "access").put("partyId", planted.party());
    api.post("/v1/privacy-requests", again).expect(422);
  }

  /// A legal obligation to keep is a reason, and the party is told it.
  @Test
  void anErasureIsRefusedWithItsReason() {
    String party = person();
    ObjectNode asked = Api.object().put("kind", "erasure").put("partyId", party);
    String path = "/v1/privacy-requests/" + api.post("/v1/privacy-requests", asked).id();
    Request refuse =
        Request.of("PATCH", path)
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", "*");
    Answer without = api.send(refuse.body(Api.object().put("status", "refused"))).expect(422);
    assertThat(without.json().at("/errors/0/pointer").asText()).isEqualTo("/reason");
    ObjectNode refusal =
        Api.object().put("status", "refused").put("reason", "Invoices are kept for ten years.");
    assertThat(api.send(refuse.body(refusal)).expect(200).json().path("status").asText())
        .isEqualTo("refused");
    JsonNode kept = api.get("/v1/parties/" + party).expect(200).json();
    assertThat(kept.path("name").asText()).isEqualTo("Ada Okafor");
    assertThat(kept.has("erasedAt")).isFalse();
  }

  private static List<String> sections(JsonNode archive, String service) {
    for (JsonNode part : archive.path("services")) {
      if (part.path("service").asText().equals(service)) {
        return part.path("sections").findValuesAsText("name");
      }
    }
    return List.of();
  }

  private String person() {
    ObjectNode person =
        Api.object().put("kind", "person").put("givenName", "Ada").put("familyName", "Okafor");
    return api.post("/v1/parties", person).expect(201).id();
  }

  private String say(
      String party, String purpose, String channel, String basis, String status, String at) {
    return api.post("/v1/consents", statement(party, purpose, channel, basis, status, at))
        .expect(201)
        .id();
  }

  private static ObjectNode statement(
      String party, String purpose, String channel, String basis, String status, String at) {
    return Api.object()
        .put("partyId", party)
        .put("purpose", purpose)
        .put("channel", channel)
        .put("legalBasis", basis)
        .put("status", status)
        .put("capturedAt", at);
  }
}
