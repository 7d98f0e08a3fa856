package org.customerfocus.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.gateway.testing.Given.bearing;
import static org.customerfocus.gateway.testing.Given.freshHandle;
import static org.customerfocus.gateway.testing.Given.operator;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.gateway.testing.GatewayPlatform;
import org.customerfocus.gateway.testing.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class TenantResourceTest {

  @Test
  void theOperatorMakesATenantWithItsFirstKey() {
    String handle = freshHandle();
    Response created =
        operator()
            .contentType(ContentType.JSON)
            .body(
                """
                {"handle": "%s", "name": "Demo", "mode": "live", "timeZone": "America/Los_Angeles"}"""
                    .formatted(handle))
            .post("/v1/tenants");
    String id = created.path("id");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/v1/tenants/" + id);
    assertThat(created.header("ETag")).isEqualTo("\"0\"");
    assertThat(created.header("X-Request-Id")).isNotEmpty();
    String secret = created.path("apiKey.secret");
    assertThat(secret).matches("cf_live_[0-9a-z]{8}_[0-9a-z]{32}");
    Json.assertBody(
        created,
        """
        {
          "id": "%s",
          "handle": "%s",
          "name": "Demo",
          "mode": "live",
          "timeZone": "America/Los_Angeles",
          "status": "active",
          "allowedStatuses": ["suspended"],
          "apiKey": {
            "id": "${uuid}",
            "name": "First key",
            "prefix": "%s",
            "secret": "%s",
            "scopes": ["admin"],
            "status": "active",
            "allowedStatuses": ["revoked"],
            "createdAt": "${instant}",
            "updatedAt": "${instant}"
          },
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
            .formatted(id, handle, secret.substring(0, 16), secret));
    Response read = operator().get("/v1/tenants/" + id);
    assertThat(read.header("ETag")).isEqualTo("\"0\"");
    Json.assertBody(read, view(id, handle, "Demo", "active", "suspended"));
    assertThat(bearing(secret).get("/v1/api-keys").statusCode()).isEqualTo(200);
  }

  @Test
  void aSuspendedTenantIsShutOutAtOnceAndMayComeBack() {
    Given.NewTenant tenant = Given.tenant();
    assertThat(bearing(tenant.key()).get("/v1/offerings").statusCode()).isEqualTo(200);
    Response suspended = patch(tenant.id(), "\"0\"", "{\"status\": \"suspended\"}");
    assertThat(suspended.header("ETag")).isEqualTo("\"1\"");
    Json.assertBody(
        suspended,
        view(tenant.id(), tenant.handle(), "Fresh", "suspended", "active")
            .replace("America/Los_Angeles", "Europe/Vienna"));
    Json.assertBody(
        bearing(tenant.key()).get("/v1/offerings"),
        """
        {
          "type": "/problems/unauthenticated",
          "title": "${text}",
          "status": 401,
          "detail": "The tenant is suspended. Ask the platform's operator.",
          "instance": "/v1/offerings",
          "requestId": "${text}"
        }""");
    patch(tenant.id(), "\"1\"", "{\"status\": \"active\"}");
    assertThat(bearing(tenant.key()).get("/v1/offerings").statusCode()).isEqualTo(200);
  }

  @Test
  void handleAndModeAreFixed() {
    Given.NewTenant tenant = Given.tenant();
    Json.assertBody(
        patch(tenant.id(), "*", "{\"handle\": \"other\", \"mode\": \"test\"}"),
        """
        {
          "type": "/problems/invalid",
          "title": "The request is not acceptable",
          "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/tenants/%s",
          "requestId": "${text}",
          "errors": [
            {"pointer": "/handle", "detail": "cannot be changed: public links carry it"},
            {"pointer": "/mode", "detail": "cannot be changed: make another tenant"}
          ]
        }"""
            .formatted(tenant.id()));
  }

  @Test
  void aTimeZoneMustExist() {
    Response refused =
        operator()
            .contentType(ContentType.JSON)
            .body(
                """
                {"handle": "%s", "name": "A", "mode": "live", "timeZone": "Mars/Olympus"}"""
                    .formatted(freshHandle()))
            .post("/v1/tenants");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/timeZone");
  }

  @Test
  void aHandleIsTakenOnceHoweverManyTry() throws Exception {
    String handle = freshHandle();
    String body =
        """
        {"handle": "%s", "name": "A", "mode": "live", "timeZone": "UTC"}"""
            .formatted(handle);
    List<Callable<Integer>> tries =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        operator()
                            .contentType(ContentType.JSON)
                            .body(body)
                            .post("/v1/tenants")
                            .statusCode())
            .toList();
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Integer> statuses =
          pool.invokeAll(tries).stream().map(TenantResourceTest::result).sorted().toList();
      assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    }
  }

  @Test
  void tenantsAreTheOperatorsOnly() {
    Given.NewTenant tenant = Given.tenant();
    Json.assertBody(
        bearing(tenant.key()).get("/v1/tenants"),
        """
        {
          "type": "/problems/forbidden",
          "title": "${text}",
          "status": 403,
          "detail": "This operation needs the scope operator.",
          "instance": "/v1/tenants",
          "requestId": "${text}"
        }""");
    assertThat(operator().get("/v1/offerings").statusCode()).isEqualTo(200);
    assertThat(operator().get("/v1/api-keys").statusCode()).isEqualTo(403);
  }

  @Test
  void tenantsAreListedAndFiltered() {
    Given.NewTenant tenant = Given.tenant("test");
    Json.assertBody(
        operator()
            .queryParam("filter", "handle==%s;mode==test".formatted(tenant.handle()))
            .get("/v1/tenants"),
        "{\"items\": [%s]}"
            .formatted(
                view(tenant.id(), tenant.handle(), "Fresh", "active", "suspended")
                    .replace("\"live\"", "\"test\"")
                    .replace("America/Los_Angeles", "Europe/Vienna")));
  }

  @Test
  void semicolonsInAQueryAreNoSeparators() {
    Given.NewTenant tenant = Given.tenant("test");
    Given.tenant("test");
    assertThat(
            operator()
                .urlEncodingEnabled(false)
                .get("/v1/tenants?limit=9&filter=mode==test;handle==" + tenant.handle())
                .<List<String>>path("items.handle"))
        .containsExactly(tenant.handle());
  }

  private static Response patch(String id, String etag, String patch) {
    return operator()
        .contentType("application/merge-patch+json")
        .header("If-Match", etag)
        .body(patch)
        .patch("/v1/tenants/" + id);
  }

  private static Integer result(Future<Integer> future) {
    return future.resultNow();
  }

  private static String view(String id, String handle, String name, String status, String next) {
    return """
        {
          "id": "%s",
          "handle": "%s",
          "name": "%s",
          "mode": "live",
          "timeZone": "America/Los_Angeles",
          "status": "%s",
          "allowedStatuses": ["%s"],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }"""
        .formatted(id, handle, name, status, next);
  }
}
