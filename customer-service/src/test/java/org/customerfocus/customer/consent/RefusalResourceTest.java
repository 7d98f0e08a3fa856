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
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RefusalResourceTest {

  private final String tenant = freshTenant();

  @Test
  void aRefusalIsRecordedOnceHoweverOftenItIsTold() {
    String party = party();

    assertThat(refuse(party, "consents:refuse").statusCode()).isEqualTo(204);
    assertThat(refuse(party, "consents:refuse").statusCode()).isEqualTo(204);

    Response said =
        as(tenant, "customers:read").queryParam("filter", "partyId==" + party).get("/v1/consents");
    assertThat(said.<List<String>>path("items.status")).containsExactly("withdrawn");
    Response permission =
        as(tenant, "customers:read")
            .queryParam("partyId", party)
            .queryParam("purpose", "surveys")
            .queryParam("channel", "email")
            .get("/v1/contact-permissions");
    assertThat(permission.<String>path("items[0].reason")).isEqualTo("withdrawn");
  }

  @Test
  void whoIsUnknownRefusesNothingAndOthersMayNotTell() {
    assertThat(refuse(UUID.randomUUID().toString(), "consents:refuse").statusCode()).isEqualTo(204);
    assertThat(refuse(party(), "customers:write").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsMissingIsToldByItsPlaceInTheBody() {
    Response refused =
        as(tenant, "consents:refuse")
            .contentType(ContentType.JSON)
            .body("{}")
            .put("/internal/parties/%s/refusals".formatted(UUID.randomUUID()));
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer")).contains("/purpose", "/channel");
  }

  private String party() {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"kind": "person", "givenName": "Ada", "familyName": "Ostrander"}""")
        .post("/v1/parties")
        .path("id");
  }

  private Response refuse(String party, String scope) {
    return as(tenant, scope)
        .contentType(ContentType.JSON)
        .body(
            """
            {"purpose": "surveys", "channel": "email", "capturedAt": "2026-03-01T09:30:00Z",
             "source": "unsubscribe link of a survey"}""")
        .put("/internal/parties/" + party + "/refusals");
  }
}
