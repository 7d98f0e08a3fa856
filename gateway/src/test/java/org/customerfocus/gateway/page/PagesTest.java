package org.customerfocus.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.gateway.testing.GatewayPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class PagesTest {

  @Test
  void theCommittedContractIsServed() throws IOException {
    Response yaml = RestAssured.get("/openapi.yaml");
    assertThat(yaml.contentType()).startsWith("application/yaml");
    assertThat(yaml.asString()).isEqualTo(Files.readString(Path.of("openapi.yaml")));
    Response json = RestAssured.get("/openapi.json");
    assertThat(json.<String>path("openapi")).isEqualTo("3.1.0");
    assertThat(json.<Map<String, ?>>path("paths"))
        .containsKeys("/v1/tenants", "/v1/api-keys", "/v1/offerings");
    assertThat(
            RestAssured.given()
                .header("If-None-Match", json.header("ETag"))
                .get("/openapi.json")
                .statusCode())
        .isEqualTo(304);
    assertThat(json.header("ETag")).isNotEqualTo(yaml.header("ETag"));
  }

  @Test
  void everyProblemTypeHasAPage() {
    List<String> slugs = RestAssured.get("/openapi.json").path("x-problem-types.slug");
    assertThat(slugs).contains("not-found", "timeout");
    String index = RestAssured.get("/problems").asString();
    for (String slug : slugs) {
      assertThat(index).contains("href=\"/problems/" + slug + "\"");
      Response page = RestAssured.get("/problems/" + slug);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.contentType()).startsWith("text/html");
      assertThat(page.asString()).contains("<code>/problems/" + slug + "</code>");
    }
    Json.assertBody(
        RestAssured.get("/problems/unheard-of"),
        """
        {
          "type": "/problems/not-found",
          "title": "There is no such resource",
          "status": 404,
          "detail": "There is no problem type unheard-of.",
          "instance": "/problems/unheard-of",
          "requestId": "${text}"
        }""");
  }

  @Test
  void theReferenceNeedsNoOtherHost() {
    Response docs = RestAssured.get("/docs");
    assertThat(docs.contentType()).startsWith("text/html");
    assertThat(docs.asString()).doesNotContain("http://").doesNotContain("https://");
    assertThat(docs.header("Content-Security-Policy")).startsWith("default-src 'self';");
    Response script = RestAssured.get("/docs/scalar.js");
    assertThat(script.contentType()).startsWith("text/javascript");
    assertThat(script.asByteArray().length).isGreaterThan(1_000_000);
  }

  @Test
  void theHomePageLeadsOn() {
    assertThat(RestAssured.get("/").asString())
        .contains("href=\"/docs\"", "href=\"/problems\"", "href=\"/openapi.yaml\"");
  }

  @Test
  void textIsEscaped() {
    assertThat(Html.page("<b>&'\"", "")).contains("<title>&lt;b&gt;&amp;&#39;&quot;</title>");
  }
}
