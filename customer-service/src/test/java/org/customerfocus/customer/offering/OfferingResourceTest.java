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

@QuarkusTest
@WithTestResource(Platform.class)
class OfferingResourceTest {

  private final String tenant = freshTenant();

  @Test
  void createsReadsChangesAndDeletes() {
    Response created =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "Airport", "kind": "service", "description": "Getting to the plane."}""")
            .post("/v1/offerings");
    String id = created.path("id");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/v1/offerings/" + id);
    assertThat(created.header("ETag")).isEqualTo("\"0\"");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "name": "Airport",
          "kind": "service",
          "status": "offered",
          "allowedStatuses": ["withdrawn"],
          "description": "Getting to the plane.",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id));

    Response read = as(tenant, "customers:read").get("/v1/offerings/" + id);
    assertThat(read.asString()).isEqualTo(created.asString());
    assertThat(read.header("ETag")).isEqualTo("\"0\"");

    assertThat(
            as(tenant, "customers:read")
                .header("If-None-Match", "\"0\"")
                .get("/v1/offerings/" + id)
                .statusCode())
        .isEqualTo(304);

    Response changed =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "\"0\"")
            .body("{\"description\": null, \"status\": \"withdrawn\"}")
            .patch("/v1/offerings/" + id);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Json.assertBody(
        changed,
        """
        {
          "id": "%s",
          "name": "Airport",
          "kind": "service",
          "status": "withdrawn",
          "allowedStatuses": ["offered"],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id));

    assertThat(
            as(tenant, "customers:write")
                .header("If-Match", "\"1\"")
                .delete("/v1/offerings/" + id)
                .statusCode())
        .isEqualTo(204);
    Json.assertBody(
        as(tenant, "customers:read").get("/v1/offerings/" + id),
        """
        {
          "type": "/problems/not-found",
          "title": "There is no such resource",
          "status": 404,
          "detail": "There is no offering %1$s.",
          "instance": "/v1/offerings/%1$s",
          "requestId": "${text}"
        }"""
            .formatted(id));
  }

  @Test
  void namesEachFieldThatIsWrong() {
    Json.assertBody(
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body("{\"name\": \" \"}")
            .post("/v1/offerings"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/offerings",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/kind", "detail": "must not be null"},
            {"pointer": "/name", "detail": "must not be blank"}
          ]
        }""");
  }

  @Test
  void anotherTenantSeesNothing() {
    String id =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body("{\"name\": \"Ours\", \"kind\": \"product\"}")
            .post("/v1/offerings")
            .path("id");
    String other = freshTenant();
    assertThat(as(other, "customers:read").get("/v1/offerings/" + id).statusCode()).isEqualTo(404);
    Json.assertBody(as(other, "customers:read").get("/v1/offerings"), "{\"items\": []}");
  }
}
