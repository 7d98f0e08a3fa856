package org.customerfocus.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.gateway.testing.Given.bearing;
import static org.customerfocus.gateway.testing.Given.tenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.gateway.testing.GatewayPlatform;
import org.customerfocus.gateway.testing.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class ApiKeyResourceTest {

  private Given.NewTenant tenant;

  @BeforeEach
  void makeTenant() {
    tenant = tenant();
  }

  @Test
  void aSecretIsShownOnceAndKeptAsADigest() throws SQLException {
    Response created =
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "Import", "scopes": ["customers:write", "customers:read"],
                 "expiresAt": "2099-01-01T00:00:00Z"}""")
            .post("/v1/api-keys");
    String id = created.path("id");
    String secret = created.path("secret");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/v1/api-keys/" + id);
    assertThat(secret).matches("cf_live_[0-9a-z]{8}_[0-9a-z]{32}");
    String members =
        """
          "id": "%s",
          "name": "Import",
          "prefix": "%s",
          "scopes": ["customers:read", "customers:write"],
          "status": "active",
          "allowedStatuses": ["revoked"],
          "expiresAt": "2099-01-01T00:00:00Z",
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        """
            .formatted(id, secret.substring(0, 16));
    Json.assertBody(created, "{\"secret\": \"%s\", %s}".formatted(secret, members));
    Response read = bearing(tenant.key()).get("/v1/api-keys/" + id);
    Json.assertBody(read, "{%s}".formatted(members));
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT row_to_json(api_key)::text AS kept FROM api_key")) {
      while (rows.next()) {
        assertThat(rows.getString("kept")).doesNotContain(secret.substring(17));
      }
    }
  }

  @Test
  void aKeyIsRefusedOnceItIsRevoked() {
    Response key = Given.key(tenant, "customers:read");
    String secret = key.path("secret");
    assertThat(bearing(secret).get("/v1/offerings").statusCode()).isEqualTo(200);
    Response revoked = patch(key.path("id"), "{\"status\": \"revoked\"}");
    assertThat(revoked.statusCode()).isEqualTo(200);
    assertThat(revoked.<String>path("status")).isEqualTo("revoked");
    Response refused = bearing(secret).get("/v1/offerings");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    Json.assertBody(
        refused,
        """
        {
          "type": "/problems/unauthenticated",
          "title": "${text}",
          "status": 401,
          "detail": "The API key is unknown, revoked or expired. Use a valid one.",
          "instance": "/v1/offerings",
          "requestId": "${text}"
        }""");
    assertThat(patch(key.path("id"), "{\"status\": \"active\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void deletingAKeyRevokesIt() {
    Response key = Given.key(tenant, "customers:read");
    String path = "/v1/api-keys/" + key.path("id");
    String secret = key.path("secret");
    assertThat(bearing(secret).get("/v1/offerings").statusCode()).isEqualTo(200);
    assertThat(bearing(tenant.key()).delete(path).statusCode()).isEqualTo(428);
    assertThat(bearing(tenant.key()).header("If-Match", "\"0\"").delete(path).statusCode())
        .isEqualTo(204);
    assertThat(bearing(secret).get("/v1/offerings").statusCode()).isEqualTo(401);
    assertThat(bearing(tenant.key()).get(path).<String>path("status")).isEqualTo("revoked");
  }

  @Test
  void anExpiredKeyIsRefusedToTheSecond() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(2)).truncatedTo(ChronoUnit.MILLIS);
    Response key =
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "Short", "scopes": ["customers:read"], "expiresAt": "%s"}"""
                    .formatted(end))
            .post("/v1/api-keys");
    String secret = key.path("secret");
    assertThat(bearing(secret).get("/v1/offerings").statusCode()).isEqualTo(200);
    Thread.sleep(Duration.between(Instant.now(), end).plusMillis(50));
    assertThat(bearing(secret).get("/v1/offerings").statusCode()).isEqualTo(401);
  }

  @Test
  void useIsNotedToTheMinute() {
    Response key = Given.key(tenant, "customers:read");
    String path = "/v1/api-keys/" + key.path("id");
    assertThat(bearing(tenant.key()).get(path).<String>path("lastUsedAt")).isNull();
    bearing(key.path("secret")).get("/v1/offerings");
    Response used = bearing(tenant.key()).get(path);
    assertThat(Instant.parse(used.path("lastUsedAt")))
        .isBetween(Instant.now().minusSeconds(20), Instant.now());
    assertThat(used.header("ETag")).isEqualTo("\"0\"");
  }

  @Test
  void keysOfOtherTenantsAreAbsent() {
    String path = "/v1/api-keys/" + Given.key(tenant, "customers:read").path("id");
    Given.NewTenant other = tenant();
    assertThat(bearing(other.key()).get(path).statusCode()).isEqualTo(404);
    assertThat(bearing(other.key()).header("If-Match", "*").delete(path).statusCode())
        .isEqualTo(404);
    assertThat(bearing(other.key()).get("/v1/api-keys").<List<?>>path("items")).hasSize(1);
  }

  @Test
  void scopesMustExistAndTheOperatorsIsNobodyElses() {
    Json.assertBody(
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body("{\"name\": \"Greedy\", \"scopes\": [\"operator\", \"customers:read\", \"x\"]}")
            .post("/v1/api-keys"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/api-keys",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/scopes/0",
             "detail": "is no scope; the API reference lists those of each operation"},
            {"pointer": "/scopes/2",
             "detail": "is no scope; the API reference lists those of each operation"}
          ]
        }""");
  }

  @Test
  void aNarrowKeyMakesNoKeys() {
    String narrow = Given.key(tenant, "customers:read").path("secret");
    assertThat(bearing(narrow).get("/v1/api-keys").statusCode()).isEqualTo(403);
  }

  @Test
  void badRequestsNameTheirFields() {
    Json.assertBody(
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body("{\"name\": \"\", \"scopes\": []}")
            .post("/v1/api-keys"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/api-keys",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/name", "detail": "must not be blank"},
            {"pointer": "/scopes", "detail": "must not be empty"},
            {"pointer": "/scopes", "detail": "size must be between 1 and 100"}
          ]
        }""");
    Response past =
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "A", "scopes": ["admin"], "expiresAt": "2020-01-01T00:00:00Z"}""")
            .post("/v1/api-keys");
    assertThat(past.statusCode()).isEqualTo(422);
    assertThat(past.<String>path("errors[0].detail")).isEqualTo("must be in the future");
  }

  private Response patch(String id, String patch) {
    return bearing(tenant.key())
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(patch)
        .patch("/v1/api-keys/" + id);
  }
}
