package org.customerfocus.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/// Imports as a client makes them.
public final class Imports {

  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  private static final Set<String> AT_WORK = Set.of("checking", "importing");

  private Imports() {}

  /// @param settings members of the request
  public static String create(String tenant, String settings) {
    Response created =
        as(tenant, "customers:write")
            .contentType(ContentType.JSON)
            .body("{" + settings + "}")
            .post("/v1/customer-imports");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  public static Response send(String tenant, String id, String type, byte[] file) {
    return as(tenant, "customers:write")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
        .contentType(type)
        .header("If-Match", "*")
        .body(file)
        .put("/v1/customer-imports/%s/file.%s".formatted(id, type.equals(CSV) ? "csv" : "ndjson"));
  }

  /// Makes an import, sends its file and waits until it has ended.
  public static Response run(String tenant, String settings, String type, String file) {
    String id = create(tenant, settings);
    Response sent = send(tenant, id, type, file.getBytes(StandardCharsets.UTF_8));
    assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(200);
    return ended(tenant, id);
  }

  public static Response ended(String tenant, String id) {
    return await("the end of import " + id)
        .atMost(Duration.ofSeconds(60))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> as(tenant, "customers:read").get("/v1/customer-imports/" + id),
            job -> !AT_WORK.contains(job.<String>path("status")));
  }
}
