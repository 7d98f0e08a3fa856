package org.customerfocus.customer.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// An offering says what it does for the customer, in the customer's language.
@QuarkusTest
@WithTestResource(Platform.class)
class OfferingWordsTest {

  private static final String TRAIN =
      """
      {"name": "Train", "kind": "service", "language": "EN", "description": "From A to B.",
       "facility": {"functionality": "A seat to B.", "functioning": "Every half hour."},
       "support": {"functionality": "Help at the station."},
       "wordings": [
         {"language": "de", "name": "Zug", "facility": {"functionality": "Ein Platz nach B."}},
         {"language": "de-ch", "name": "Bahn"}]}""";

  private final String tenant = freshTenant();

  @Test
  void keepsBothPartsAndEveryWording() {
    Response created = create(TRAIN);
    Json.assertBody(
        created,
        """
        {
          "id": "${text}", "name": "Train", "kind": "service", "status": "offered",
          "allowedStatuses": ["withdrawn"], "description": "From A to B.", "language": "en",
          "facility": {"functionality": "A seat to B.", "functioning": "Every half hour."},
          "support": {"functionality": "Help at the station."},
          "wordings": [
            {"language": "de", "name": "Zug", "facility": {"functionality": "Ein Platz nach B."}},
            {"language": "de-CH", "name": "Bahn"}],
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }""");
    assertThat(read(created, "").asString()).isEqualTo(created.asString());
  }

  @Test
  void answersInTheAskedLanguageAndFallsBackTextByText() {
    Response created = create(TRAIN);
    assertThat(read(created, "?language=de-CH").<String>path("words.name")).isEqualTo("Bahn");
    assertThat(read(created, "?language=de-AT").<String>path("words.name")).isEqualTo("Zug");
    assertThat(read(created, "?language=fr,de;q=0.5").<String>path("words.language"))
        .isEqualTo("de");
    assertThat(read(created, "?language=fr").<String>path("words.language")).isEqualTo("en");
    Response german = read(created, "?language=de");
    assertThat(german.<String>path("words.facility.functionality")).isEqualTo("Ein Platz nach B.");
    assertThat(german.<String>path("words.facility.functioning")).isEqualTo("Every half hour.");
    assertThat(german.<String>path("words.description")).isEqualTo("From A to B.");
    assertThat(
            as(tenant, "customers:read")
                .get("/v1/offerings?language=de")
                .<String>path("items[0].words.name"))
        .isEqualTo("Zug");
    assertThat(read(created, "?language=*!").statusCode()).isEqualTo(400);
  }

  @Test
  void patchesOnePartAndClearsAnother() {
    Response created = create(TRAIN);
    Response changed =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "\"0\"")
            .body("{\"facility\": {\"functioning\": \"Hourly.\"}, \"support\": null}")
            .patch("/v1/offerings/" + created.path("id"));
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.<String>path("facility.functionality")).isEqualTo("A seat to B.");
    assertThat(changed.<String>path("facility.functioning")).isEqualTo("Hourly.");
    assertThat(changed.<Object>path("support")).isNull();
    assertThat(changed.<Integer>path("wordings.size()")).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoLanguageSaidTwiceOrEmpty() {
    Response refused =
        create(
            """
            {"name": "Train", "kind": "service", "language": "en", "facility": {},
             "wordings": [{"language": "EN", "name": "A"}, {"language": "nonsense_x", "name": "B"}]}
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<java.util.List<String>>path("errors.pointer"))
        .containsExactly("/facility", "/wordings/0/language", "/wordings/1/language");
  }

  private Response create(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/offerings");
  }

  private Response read(Response created, String query) {
    return as(tenant, "customers:read").get("/v1/offerings/" + created.path("id") + query);
  }
}
