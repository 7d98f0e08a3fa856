package org.customerfocus.survey.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ListeningMethodResourceTest {

  private final String tenant = freshTenant();

  private Response create(String body) {
    return as(tenant, "feedback:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/listening-methods");
  }

  @Test
  void ownMethodsComeAfterTheStandardOnes() {
    Response made =
        create(
            """
            {"code": "dealer-reports", "name": "Dealers", "direct": false, "voice": "spoken",
             "source": "feedback", "channels": ["dealer-portal"]}""");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    assertThat(
            as(tenant, "feedback:read")
                .get("/v1/listening-methods")
                .<List<String>>path("items.code"))
        .startsWith("survey")
        .contains("gemba-visit", "direct-communication", "usage-observation")
        .endsWith("dealer-reports");
    Response changed =
        as(tenant, "feedback:write")
            .header("If-Match", made.header("ETag"))
            .contentType("application/merge-patch+json")
            .body("{\"direct\": true, \"channels\": null}")
            .patch("/v1/listening-methods/dealer-reports");
    Json.assertBody(
        changed,
        """
        {"code": "dealer-reports", "name": "Dealers", "direct": true, "voice": "spoken",
         "source": "feedback", "channels": [], "forms": [], "standard": false}""");
    assertThat(
            as(tenant, "feedback:write")
                .header("If-Match", "*")
                .delete("/v1/listening-methods/dealer-reports")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void standardMethodsStayAndUnfitOnesAreRefused() {
    Response taken =
        create(
            """
            {"code": "survey", "name": "x", "direct": true, "voice": "both", "source": "none"}""");
    assertThat(taken.statusCode()).isEqualTo(409);
    Response unfit =
        create(
            """
            {"code": "walks", "name": "x", "direct": true, "voice": "both", "source": "visits",
             "channels": ["a"], "forms": ["b"]}""");
    assertThat(unfit.<List<String>>path("errors.pointer")).containsExactly("/channels", "/forms");
    assertThat(
            as(tenant, "feedback:write")
                .header("If-Match", "*")
                .delete("/v1/listening-methods/survey")
                .statusCode())
        .isEqualTo(409);
  }
}
