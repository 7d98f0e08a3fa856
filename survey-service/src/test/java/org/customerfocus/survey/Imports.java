package org.customerfocus.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Imports as a client makes them.
public final class Imports {

  public static final Path DEMO = Path.of("../deploy/local/demo");

  private static final Set<String> AT_WORK = Set.of("checking", "importing");

  private Imports() {}

  /// Makes an import and sends its file.
  ///
  /// @param settings further members of the request, each followed by a comma
  public static Response start(
      String tenant, String version, String settings, String mapping, byte[] file) {
    Response created = create(tenant, version, settings, mapping);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return send(tenant, created.path("id"), file);
  }

  public static Response create(String tenant, String version, String settings, String mapping) {
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .body(
            "{\"surveyVersionId\": \"%s\", %s \"mapping\": %s}"
                .formatted(version, settings, mapping))
        .post("/v1/survey-imports");
  }

  public static Response send(String tenant, String id, byte[] file) {
    return as(tenant, "surveys:write")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.BINARY)))
        .contentType("text/csv")
        .header("If-Match", "*")
        .body(file)
        .put("/v1/survey-imports/" + id + "/file");
  }

  /// The import once it has ended.
  public static Response ended(String tenant, String id) {
    return await("the end of import " + id)
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> as(tenant, "surveys:read").get("/v1/survey-imports/" + id),
            job -> !AT_WORK.contains(job.<String>path("status")));
  }

  public static Response run(
      String tenant, String version, String settings, String mapping, String file) {
    Response started =
        start(tenant, version, settings, mapping, file.getBytes(StandardCharsets.UTF_8));
    assertThat(started.statusCode()).as(started.asString()).isEqualTo(200);
    return ended(tenant, started.path("id"));
  }

  /// Imports a year of the demo's survey into a version of it.
  public static Response runDemo(String tenant, String version, int year) throws IOException {
    return ended(tenant, startDemo(tenant, version, year).path("id"));
  }

  public static Response startDemo(String tenant, String version, int year) throws IOException {
    return start(
        tenant,
        version,
        "",
        Files.readString(DEMO.resolve("mapping-sfo-%d.json".formatted(year))),
        Files.readAllBytes(DEMO.resolve("sfo-%d.csv".formatted(year))));
  }
}
