package org.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.Tokens;
import org.junit.jupiter.api.Test;

/// What bodies may be, alone and together.
@QuarkusTest
@WithTestResource(Platform.class)
class BodiesTest {

  private static final int MAX = 4 * 1024 * 1024;
  private static final String SMALL = "{\"kind\": \"organization\", \"name\": \"Small\"}";

  private static final byte[] LARGE = party("x".repeat(MAX - 100)).getBytes(StandardCharsets.UTF_8);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String tenant = freshTenant();

  @Test
  void manyLargeBodiesAtOnceAreRefusedAndTheServiceLives() throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(24)) {
      for (int i = 0; i < 24; i++) {
        answers.add(clients.submit(() -> send(large()).statusCode()));
      }
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isIn(422, 503);
    }
    assertThat(json(SMALL).post("/v1/parties").statusCode()).isEqualTo(201);
  }

  @Test
  void bodiesInFlightHaveABudgetThatComesBack() throws Exception {
    List<Socket> senders = new ArrayList<>();
    try {
      for (long held = 0; held <= Runtime.getRuntime().maxMemory() / 24; held += MAX) {
        senders.add(holding(MAX));
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(send(large()).statusCode()).isEqualTo(503));
      HttpResponse<String> refused = send(large());
      assertThat(refused.body()).contains("/problems/unavailable");
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      // Of unannounced length, too.
      assertThat(send(chunked(LARGE)).statusCode()).isEqualTo(503);
      assertThat(send(chunked(SMALL.getBytes(StandardCharsets.UTF_8))).statusCode()).isEqualTo(201);
    } finally {
      for (Socket sender : senders) {
        sender.close();
      }
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(send(large()).statusCode()).isEqualTo(422));
    assertThat(send(chunked(LARGE)).statusCode()).isEqualTo(422);
  }

  @Test
  void jsonIsNoDeeperThanWhatReadsIt() {
    for (int depth : List.of(2, 62, 63, 400, 1_500)) {
      String nested = "[".repeat(depth) + "]".repeat(depth);
      Response refused =
          json("{\"kind\": \"person\", \"givenName\": \"A\", \"attributes\": {\"a\": "
                  + nested
                  + "}}")
              .post("/v1/parties");
      assertThat(refused.statusCode()).as("%d levels", depth).isEqualTo(depth < 63 ? 422 : 400);
    }
  }

  @Test
  void deepPatchesAreRefusedAsWell() {
    String id = json(SMALL).post("/v1/parties").path("id");
    for (int depth : List.of(60, 400, 1_500)) {
      String nested = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      Response refused =
          writer()
              .contentType("application/merge-patch+json")
              .header("If-Match", "*")
              .body("{\"attributes\": " + nested + "}")
              .patch("/v1/parties/" + id);
      assertThat(refused.statusCode()).as("%d levels", depth).isEqualTo(depth < 64 ? 422 : 400);
    }
  }

  @Test
  void aBodyOfTooManyValuesIsRefused() throws Exception {
    String many = "{},".repeat(400_000) + "{}";
    HttpResponse<String> refused =
        send(
            HttpRequest.BodyPublishers.ofString(
                "{\"kind\": \"person\", \"attributes\": {\"a\": [" + many + "]}}"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("/problems/malformed");
  }

  @Test
  void textIsMeasuredInCharacters() {
    assertThat(json(party("😀".repeat(200))).post("/v1/parties").statusCode()).isEqualTo(201);
    Response refused = json(party("😀".repeat(201))).post("/v1/parties");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/name");
  }

  /// A connection that announces a body and sends half of it.
  private Socket holding(int length) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    String head =
        """
        POST /v1/parties HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        {"kind": "organization", "name": \""""
            .formatted(token(), length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static HttpRequest.BodyPublisher large() {
    return HttpRequest.BodyPublishers.ofByteArray(LARGE);
  }

  private static HttpRequest.BodyPublisher chunked(byte[] body) {
    return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private HttpResponse<String> send(HttpRequest.BodyPublisher body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/v1/parties".formatted(RestAssured.port)))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(body)
            .timeout(Duration.ofSeconds(20))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String party(String name) {
    return "{\"kind\": \"organization\", \"name\": \"" + name + "\"}";
  }

  private String token() {
    return Tokens.token(
        new Caller(tenant, "key:test", Set.of("customers:read", "customers:write"), null, false));
  }

  private RequestSpecification writer() {
    return as(tenant, "customers:read", "customers:write");
  }

  private RequestSpecification json(String body) {
    return writer().contentType(ContentType.JSON).body(body);
  }
}
