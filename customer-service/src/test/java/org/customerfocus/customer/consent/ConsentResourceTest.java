package org.customerfocus.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ConsentResourceTest {

  private static final String GIVEN =
      """
      {"partyId": "%s", "purpose": "newsletter", "channel": "email", "legalBasis": "consent",
       "status": "given", "capturedAt": "2026-03-01T09:30:00Z", "source": "form",
       "evidence": "Yes, please.", "evidenceRef": "form/1"}""";

  private final String tenant = freshTenant();

  @Test
  void aStatementIsKeptAsItWasSaid() {
    String party = party();
    Response created = record(GIVEN.formatted(party));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/v1/consents/" + created.path("id"));
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "partyId": "%s",
          "purpose": "newsletter",
          "channel": "email",
          "legalBasis": "consent",
          "status": "given",
          "capturedAt": "2026-03-01T09:30:00Z",
          "source": "form",
          "evidence": "Yes, please.",
          "evidenceRef": "form/1",
          "validFrom": "2026-03-01",
          "createdAt": "${instant}"
        }"""
            .formatted(party));
    assertThat(reader(created.header("Location")).asString()).isEqualTo(created.asString());
  }

  @Test
  void theHistoryStaysAndTheNewestHolds() {
    String party = party();
    String given = record(GIVEN.formatted(party)).path("id");
    String withdrawn = withdraw(party, "newsletter", "email", "2026-05-01T12:00:00Z");
    assertThat(state(party, "2026-02-28").<List<?>>path("items")).isEmpty();
    assertThat(state(party, "2026-04-30").<String>path("items[0].consent.id")).isEqualTo(given);
    assertThat(state(party, "2026-05-01").<String>path("items[0].consent.id")).isEqualTo(withdrawn);
    assertThat(state(party, "2026-05-01").<Integer>path("items.size()")).isEqualTo(1);
    assertThat(
            reader("/v1/consents?sort=-capturedAt&filter=partyId==" + party)
                .<List<String>>path("items.id"))
        .containsExactly(withdrawn, given);
    assertThat(
            reader(
                    "/v1/parties/%s/consents?asOf=2026-05-01&knownAt=2026-05-01T00:00:00Z"
                        .formatted(party))
                .<List<?>>path("items"))
        .isEmpty();
  }

  @Test
  void tellsWhomACampaignMayContactAndWhy() {
    String willing = party();
    String optedOut = party();
    String silent = party();
    String unknown = UUID.randomUUID().toString();
    String given = record(GIVEN.formatted(willing)).path("id");
    record(GIVEN.formatted(optedOut));
    String optOut = withdraw(optedOut, "any", "any", "2026-03-02T00:00:00Z");
    Response answer =
        reader(
            "/v1/contact-permissions?purpose=newsletter&channel=email&on=2026-06-01"
                + "&partyId=%s&partyId=%s&partyId=%s&partyId=%s"
                    .formatted(willing, optedOut, silent, unknown));
    Json.assertBody(
        answer,
        """
        {
          "purpose": "newsletter",
          "channel": "email",
          "on": "2026-06-01",
          "items": [
            {"partyId": "%s", "allowed": true, "reason": "given", "consentId": "%s",
             "legalBasis": "consent", "saidAt": "${instant}"},
            {"partyId": "%s", "allowed": false, "reason": "withdrawn", "consentId": "%s",
             "legalBasis": "consent", "saidAt": "2026-03-02T00:00:00Z"},
            {"partyId": "%s", "allowed": false, "reason": "not-stated"},
            {"partyId": "%s", "allowed": false, "reason": "unknown-party"}
          ]
        }"""
            .formatted(willing, given, optedOut, optOut, silent, unknown));
    assertThat(
            reader(
                    "/v1/contact-permissions?purpose=newsletter&channel=email&on=2026-03-01&partyId="
                        + optedOut)
                .<Boolean>path("items[0].allowed"))
        .isTrue();
  }

  @Test
  void refusesWhatCannotBe() {
    String party = party();
    String given = GIVEN.formatted(party);
    assertRefused(given.replace("2026-03-01T", "2126-03-01T"), "/capturedAt");
    assertRefused(given.replace("newsletter", "News letter"), "/purpose");
    assertRefused(given.replace(party, UUID.randomUUID().toString()), "/partyId");
    assertRefused(
        given.replace("\"source\"", "\"validFrom\": \"2026-01-01\", \"source\""), "/validFrom");
    assertRefused(given.replace("\"given\"", "\"objected\""), "/status");
    assertRefused(
        given.replace("\"consent\"", "\"contract\"").replace("given", "denied"), "/status");
    assertRefused(
        given.replace("\"consent\"", "\"contract\"").replace("newsletter", "any"), "/purpose");
    for (String bad : List.of("purpose=any&channel=email", "purpose=x&channel=any", "purpose=x")) {
      Response answer = reader("/v1/contact-permissions?partyId=%s&%s".formatted(party, bad));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    }
    assertThat(reader("/v1/contact-permissions?purpose=x&channel=email").statusCode())
        .isEqualTo(400);
  }

  private void assertRefused(String body, String pointer) {
    Response answer = record(body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
  }

  private String withdraw(String party, String purpose, String channel, String at) {
    return record(
            """
            {"partyId": "%s", "purpose": "%s", "channel": "%s", "legalBasis": "consent",
             "status": "withdrawn", "capturedAt": "%s"}"""
                .formatted(party, purpose, channel, at))
        .path("id");
  }

  private Response state(String party, String asOf) {
    return reader("/v1/parties/%s/consents?asOf=%s".formatted(party, asOf));
  }

  private Response record(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/consents");
  }

  private Response reader(String path) {
    return as(tenant, "customers:read").get(path);
  }

  private String party() {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"kind\": \"person\", \"givenName\": \"Ada\"}")
        .post("/v1/parties")
        .path("id");
  }
}
