package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the gateway keeps outside of any operation.
@ExtendWith(Running.class)
class ProtocolTest {

  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private static Tenant tenant;

  @BeforeAll
  static void tenant() {
    tenant = Tenant.fresh();
  }

  @Test
  void anUnknownPathIsAProblem() {
    for (String path :
        List.of("/v1/no-such-things", "/v2/offerings", "/nonsense", "/v1", "/v1/offerings/a/b/c")) {
      tenant.admin().get(path).expect(404);
    }
  }

  @Test
  void nothingInternalIsReachable() {
    for (String path : List.of("/internal/events", "//internal/events")) {
      tenant.admin().get(path).expect(404);
    }
    tenant.admin().get("/v1/..%2finternal/events").expect(400, 404);
  }

  @TestFactory
  Stream<DynamicTest> anotherMethodIsRefusedWithThoseThereAre() {
    return Running.contract().methods().entrySet().stream()
        .map(
            path ->
                dynamicTest(path.getKey(), () -> refusesOthers(path.getKey(), path.getValue())));
  }

  private static void refusesOthers(String template, Set<String> allowed) {
    String path = template.replaceAll("\\{[^}]+}", "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43");
    for (String method : METHODS) {
      if (!allowed.contains(method)) {
        Answer answer = tenant.admin().send(Request.of(method, path)).expect(405);
        Set<String> named =
            Arrays.stream(answer.header("Allow").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(Set.of("HEAD", "OPTIONS"));
        assertThat(named).as("Allow of %s", answer).isEqualTo(allowed);
      }
    }
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeItIsSent() throws IOException {
    Request request = Request.of("POST", "/v1/offerings").with("Content-Type", "application/json");
    try (Wire wire = Wire.open()) {
      wire.send(request, tenant.admin().credential(), Map.of("Content-Length", "1000000000000"));
      assertThat(wire.head())
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("application/problem+json");
    }
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedOnceItIsOverTheLimit() throws Exception {
    Request request = Request.of("POST", "/v1/offerings").with("Content-Type", "application/json");
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (Wire wire = Wire.open()) {
      wire.send(request, tenant.admin().credential(), Map.of("Transfer-Encoding", "chunked"));
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 4096; i++) {
                        wire.write(chunk);
                      }
                    } catch (IOException refused) {
                      // What the gateway answered is read below.
                    }
                  });
      assertThat(wire.head())
          .startsWith("HTTP/1.1 413 ")
          .containsIgnoringCase("application/problem+json");
      sender.interrupt();
      sender.join();
    }
  }

  @Test
  void everyProblemTypeHasAPage() {
    JsonNode types = Running.contract().problemTypes();
    assertThat(types).isNotEmpty();
    for (JsonNode type : types) {
      Answer page = Running.api().get("/problems/" + type.path("slug").asText()).expect(200);
      assertThat(page.contentType()).isEqualTo("text/html");
      assertThat(page.text()).contains(type.path("title").asText());
    }
    Running.api().get("/problems/no-such-problem").expect(404);
  }

  @Test
  void theDocumentAndItsReferenceArePublic() {
    Answer yaml = Running.api().get("/openapi.yaml").expect(200);
    assertThat(yaml.text()).startsWith("openapi:").contains("3.1");
    assertThat(Running.api().get("/docs").expect(200).contentType()).isEqualTo("text/html");
  }

  @Test
  void healthIsThatOfAllServices() {
    JsonNode health = Running.api().get("/health").expect(200).json();
    assertThat(health.path("status").asText()).isEqualTo("up");
    assertThat(health.path("services")).hasSize(4);
    health
        .path("services")
        .forEach(service -> assertThat(service.path("status").asText()).isEqualTo("up"));
  }
}
