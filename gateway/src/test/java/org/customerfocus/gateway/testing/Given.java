package org.customerfocus.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// Tenants and keys, made as their operator and owners would.
public final class Given {

  /// A tenant and its first key.
  public record NewTenant(String id, String handle, String key) {}

  private Given() {}

  public static RequestSpecification bearing(String credential) {
    return RestAssured.given().header("Authorization", "Bearer " + credential);
  }

  public static RequestSpecification operator() {
    return bearing(GatewayPlatform.OPERATOR_KEY);
  }

  public static String freshHandle() {
    return "t-" + UUID.randomUUID().toString().substring(0, 13);
  }

  public static NewTenant tenant() {
    return tenant("live");
  }

  public static NewTenant tenant(String mode) {
    String handle = freshHandle();
    Response created =
        operator()
            .contentType(ContentType.JSON)
            .body(
                """
                {"handle": "%s", "name": "Fresh", "mode": "%s", "timeZone": "Europe/Vienna"}"""
                    .formatted(handle, mode))
            .post("/v1/tenants");
    assertThat(created.statusCode()).isEqualTo(201);
    return new NewTenant(created.path("id"), handle, created.path("apiKey.secret"));
  }

  /// A key of the tenant with these scopes: id and secret.
  public static Response key(NewTenant tenant, String... scopes) {
    Response created =
        bearing(tenant.key())
            .contentType(ContentType.JSON)
            .body(
                """
                {"name": "Narrow", "scopes": ["%s"]}"""
                    .formatted(String.join("\", \"", scopes)))
            .post("/v1/api-keys");
    assertThat(created.statusCode()).isEqualTo(201);
    return created;
  }
}
