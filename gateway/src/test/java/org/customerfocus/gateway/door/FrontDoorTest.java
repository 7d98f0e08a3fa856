package org.customerfocus.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.gateway.testing.Given.bearing;
import static org.customerfocus.gateway.testing.Given.tenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Tokens;
import org.customerfocus.conventions.token.TokenVerifier;
import org.customerfocus.gateway.testing.GatewayPlatform;
import org.customerfocus.gateway.testing.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class FrontDoorTest {

  @Inject TokenVerifier verifier;

  @Test
  void aRequestReachesItsOwnerWithAnInternalTokenInTheKeysPlace() {
    Given.NewTenant tenant = tenant();
    Response key = Given.key(tenant, "customers:read", "customers:write");
    Response echoed =
        bearing(key.path("secret"))
            .header("X-Request-Id", "partner-0815")
            .header("X-Forwarded-For", "6.6.6.6")
            .contentType(ContentType.JSON)
            .queryParam("limit", 3)
            .body("{\"a\": 1}")
            .post("/v1/offerings");
    assertThat(echoed.header("X-Request-Id")).isEqualTo("partner-0815");
    String seen = echoed.path("headers.authorization");
    Json.assertBody(
        echoed,
        """
        {
          "service": "customer",
          "method": "POST",
          "target": "/v1/offerings?limit=3",
          "headers": {
            "accept": "*/*",
            "accept-encoding": "gzip,deflate",
            "authorization": "%s",
            "content-length": "8",
            "content-type": "${text}",
            "host": "${text}",
            "traceparent": "${text}",
            "user-agent": "${text}",
            "x-forwarded-for": "127.0.0.1",
            "x-forwarded-host": "${text}",
            "x-forwarded-proto": "http",
            "x-request-id": "partner-0815"
          },
          "body": "{\\"a\\": 1}"
        }"""
            .formatted(seen));
    assertThat(verifier.verify(seen.substring("Bearer ".length())))
        .contains(
            new Caller(
                tenant.id(),
                "key:" + key.path("id"),
                Set.of("customers:read", "customers:write"),
                null,
                false,
                tenant.handle()));
  }

  @Test
  void aQueryIsPassedOnAsItIs() {
    String target = "/v1/offerings?filter=kind==product;name==Jan&limit=3";
    assertThat(bearing(tenant().key()).urlEncodingEnabled(false).get(target).<String>path("target"))
        .isEqualTo(target);
  }

  @Test
  void theScopeAdminStandsForAllButTheOperators() {
    String seen = bearing(tenant("test").key()).get("/v1/offerings").path("headers.authorization");
    Caller caller = verifier.verify(seen.substring("Bearer ".length())).orElseThrow();
    assertThat(caller.scopes()).contains("admin", "customers:read", "customers:write");
    assertThat(caller.scopes()).doesNotContain("operator");
    assertThat(caller.test()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cf_live_00000000_00000000000000000000000000000000",
        "not-a-key",
        "",
      })
  void unknownKeysAreRefused(String credential) {
    Response refused = bearing(credential).get("/v1/offerings");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.<String>path("type")).isEqualTo("/problems/unauthenticated");
  }

  @Test
  void aTokenOfTheInsideIsNoCredentialOutside() {
    String token = Tokens.token(new Caller("any", "key:x", Set.of("operator"), null, false));
    assertThat(bearing(token).get("/v1/tenants").statusCode()).isEqualTo(401);
  }

  @Test
  void aRequestWithoutCredentialIsToldWhatToSend() {
    Json.assertBody(
        RestAssured.given().header("X-Request-Id", "partner-0815").get("/v1/offerings"),
        """
        {
          "type": "/problems/unauthenticated",
          "title": "${text}",
          "status": 401,
          "detail": "Send an API key or token: Authorization: Bearer <credential>.",
          "instance": "/v1/offerings",
          "requestId": "partner-0815"
        }""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nothing",
        "/v1/offerings/",
        "/v1/offerings/a/b",
        "/v1",
        "/internal/events",
        "/q/metrics",
        "/q/dev",
        "/docs/other.js",
      })
  void unknownPathsAreProblems(String path) {
    Json.assertBody(
        RestAssured.given().urlEncodingEnabled(false).get(path),
        """
        {
          "type": "/problems/not-found",
          "title": "${text}",
          "status": 404,
          "detail": "There is no operation at this path; the API reference at /docs lists those \
        there are.",
          "instance": "%s",
          "requestId": "${text}"
        }"""
            .formatted(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/offerings/..", "/v1/offerings/%2e%2E", "/v1/./offerings", "/%2e/q"})
  void dotSegmentsAreRefused(String path) {
    Response refused = RestAssured.given().urlEncodingEnabled(false).get(path);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/malformed");
  }

  @Test
  void methodsComeFromTheContract() {
    Response refused = bearing(tenant().key()).delete("/v1/offerings");
    assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    Json.assertBody(
        refused,
        """
        {
          "type": "/problems/method-not-allowed",
          "title": "${text}",
          "status": 405,
          "detail": "The header Allow lists the methods of this resource.",
          "instance": "/v1/offerings",
          "requestId": "${text}"
        }""");
    Response options = RestAssured.options("/v1/offerings");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(bearing(tenant().key()).head("/v1/offerings").statusCode()).isEqualTo(200);
  }

  @Test
  void bodiesOverTheLimitAreProblems() {
    Response refused =
        bearing(tenant().key())
            .contentType(ContentType.JSON)
            .body("x".repeat(2 * 1024 * 1024 + 1))
            .post("/v1/offerings");
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/too-large");
  }

  @Test
  void linksCarryTheirTenantAndOneScope() {
    Given.NewTenant tenant = tenant();
    Response echoed = RestAssured.get("/s/%s.0123456789abcdef/answers".formatted(tenant.handle()));
    assertThat(echoed.<String>path("service")).isEqualTo("survey");
    assertThat(echoed.<String>path("target"))
        .isEqualTo("/s/%s.0123456789abcdef/answers".formatted(tenant.handle()));
    String seen = echoed.path("headers.authorization");
    assertThat(verifier.verify(seen.substring("Bearer ".length())))
        .contains(
            new Caller(
                tenant.id(), "link", Set.of("responses:submit"), null, false, tenant.handle()));
  }

  @Test
  void linksNameTheirTenantByItsIdToo() {
    Given.NewTenant tenant = tenant();
    Response echoed = RestAssured.get("/s/%s.0123456789abcdef".formatted(tenant.id()));
    String seen = echoed.path("headers.authorization");
    assertThat(verifier.verify(seen.substring("Bearer ".length())))
        .contains(
            new Caller(
                tenant.id(), "link", Set.of("responses:submit"), null, false, tenant.handle()));
  }

  @Test
  void whoeverFollowsADeadLinkInABrowserGetsAPage() {
    Response page =
        RestAssured.given().header("Accept", "text/html,*/*;q=0.8").get("/s/nobody.0123");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.contentType()).startsWith("text/html");
    assertThat(page.asString()).contains("<h1>This link leads nowhere</h1>");
  }

  @Test
  void aServiceThatIsDownIs502() {
    Json.assertBody(
        RestAssured.get("/r/%s.0123456789abcdef".formatted(tenant().handle())),
        """
        {
          "type": "/problems/bad-gateway",
          "title": "${text}",
          "status": 502,
          "detail": "The agreement service cannot be reached or broke off. Try again shortly.",
          "instance": "${text}",
          "requestId": "${text}"
        }""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s/nobody.0123", "/s/nobody", "/s/.0123", "/r/A_B.0123", "/s/a/b.c"})
  void linksOfNobodyLeadNowhere(String path) {
    Json.assertBody(
        RestAssured.get(path),
        """
        {
          "type": "/problems/not-found",
          "title": "${text}",
          "status": 404,
          "detail": "This link leads nowhere: it is incomplete, or its owner has closed it.",
          "instance": "%s",
          "requestId": "${text}"
        }"""
            .formatted(path));
  }

  @Test
  void healthNamesTheServiceThatIsDown() {
    Response health = RestAssured.get("/health");
    assertThat(health.statusCode()).isEqualTo(503);
    Json.assertBody(
        health,
        """
        {
          "status": "down",
          "services": [
            {"name": "gateway", "status": "up"},
            {"name": "agreement", "status": "down"},
            {"name": "customer", "status": "up"},
            {"name": "survey", "status": "up"}
          ]
        }""");
    assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
  }
}
