package org.customerfocus.customer.journey;

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

/// Journeys start and end with the customer, and lead through touchpoints.
@QuarkusTest
@WithTestResource(Platform.class)
class JourneyResourceTest {

  private final String tenant = freshTenant();

  @Test
  void keepsStagesAndStepsInOrder() {
    String desk = desk();
    Response created = post("/v1/journeys", journey(desk));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    Json.assertBody(
        created,
        """
        {
          "id": "${text}", "name": "Visit",
          "stages": [
            {"name": "A", "steps": [{"actor": "customer", "description": "Arrives."}]},
            {"name": "A", "steps": [
              {"actor": "provider", "description": "Helps.", "touchpointId": "%s"},
              {"actor": "partner", "description": "Delivers."},
              {"actor": "customer", "description": "Goes home."}]}],
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(desk));
    String path = "/v1/journeys/" + created.path("id");
    assertThat(get(path).asString()).isEqualTo(created.asString());
    assertThat(get("/v1/journeys?filter=touchpointId==" + desk).<List<String>>path("items.id"))
        .containsExactly(created.<String>path("id"));
  }

  @Test
  void refusesToStartOrEndWithAnybodyElse() {
    Response refused =
        post(
            "/v1/journeys",
            """
            {"name": "Ours", "stages": [
              {"name": "A", "steps": [{"actor": "provider", "description": "Sells."},
                                      {"actor": "customer", "description": "Pays."}]},
              {"name": "B", "steps": [{"actor": "partner", "description": "Ships."}]}]}""");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly("/stages/0/steps/0/actor", "/stages/1/steps/0/actor");
    assertThat(refused.<String>path("errors[0].detail"))
        .contains("journeys and value streams start and end with the customer");
    // The rule holds for changes too.
    String path = "/v1/journeys/" + post("/v1/journeys", journey(desk())).path("id");
    Response changed =
        patch(
            path,
            """
            {"stages": [{"name": "A", "steps": [{"actor": "partner", "description": "Ships."}]}]}""");
    assertThat(changed.statusCode()).isEqualTo(422);
    assertThat(get(path).<Integer>path("stages.size()")).isEqualTo(2);
  }

  @Test
  void refusesTouchpointsAndOfferingsThatAreNot() {
    String none = "01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a10";
    Response refused = post("/v1/journeys", journey(none));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer"))
        .isEqualTo("/stages/1/steps/0/touchpointId");
    Response point =
        post(
            "/v1/touchpoints",
            "{\"name\": \"X\", \"channel\": \"web\", \"offeringId\": \"%s\"}".formatted(none));
    assertThat(point.statusCode()).isEqualTo(422);
    assertThat(point.<String>path("errors[0].pointer")).isEqualTo("/offeringId");
  }

  @Test
  void replacesStagesWholeAndRaisesTheVersion() {
    String path = "/v1/journeys/" + post("/v1/journeys", journey(desk())).path("id");
    Response changed =
        patch(
            path,
            """
            {"stages": [{"name": "All", "steps": [{"actor": "customer", "description": "Looks."}]}]}
            """);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    assertThat(get(path).<List<String>>path("stages.name")).containsExactly("All");
  }

  @Test
  void aTouchpointInUseStays() {
    String desk = desk();
    post("/v1/journeys", journey(desk)).then().statusCode(201);
    Response refused =
        as(tenant, "customers:write").header("If-Match", "*").delete("/v1/touchpoints/" + desk);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("detail")).contains("journey step");
  }

  private String desk() {
    return post("/v1/touchpoints", "{\"name\": \"Desk\", \"channel\": \"in-person\"}").path("id");
  }

  private static String journey(String touchpoint) {
    return """
    {"name": "Visit", "stages": [
      {"name": "A", "steps": [{"actor": "customer", "description": "Arrives."}]},
      {"name": "A", "steps": [
        {"actor": "provider", "description": "Helps.", "touchpointId": "%s"},
        {"actor": "partner", "description": "Delivers."},
        {"actor": "customer", "description": "Goes home."}]}]}"""
        .formatted(touchpoint);
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
