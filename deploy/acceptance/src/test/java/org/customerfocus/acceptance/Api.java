package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The gateway as one client sees it. What is promised of every answer is checked here, so that no
/// request of any test goes without.
record Api(String baseUrl, String credential) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// @param credential empty for a client without one
  Api as(String credential) {
    return new Api(baseUrl, credential);
  }

  Api anonymous() {
    return as("");
  }

  Answer get(String path) {
    return send(Request.get(path));
  }

  Answer post(String path, JsonNode body) {
    return send(Request.post(path, body));
  }

  /// Sends, and checks what every answer has: a request id, and a problem where it is a failure.
  Answer send(Request request) {
    Answer answer = exchange(request);
    assertThat(answer.header("X-Request-Id")).as("X-Request-Id of %s", answer).isNotBlank();
    return answer.status() >= 400 ? answer.requireProblem() : answer;
  }

  /// Sends, whatever comes back: for a platform that is being killed.
  ///
  /// @throws UncheckedIOException when there is no answer
  Answer exchange(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(baseUrl + request.path()))
            .timeout(Duration.ofSeconds(60))
            .method(request.method(), request.publisher());
    request.headers().forEach(builder::header);
    if (!credential.isEmpty()) {
      builder.header("Authorization", "Bearer " + credential);
    }
    try {
      HttpResponse<byte[]> response = HTTP.send(builder.build(), BodyHandlers.ofByteArray());
      return new Answer(request, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static JsonNode read(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  static JsonNode read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] write(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
