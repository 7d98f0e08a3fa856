package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/// What came back.
record Answer(Request request, int status, HttpHeaders headers, byte[] bytes) {

  /// The value of a header, or the empty text where it is absent.
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  String contentType() {
    return header("Content-Type").replaceFirst(";.*", "");
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return Api.read(bytes);
  }

  String id() {
    return json().path("id").asText();
  }

  /// The answer itself, when its status is one of these.
  Answer expect(Integer... statuses) {
    assertThat(statuses).as("status of %s", this).contains(status);
    return this;
  }

  /// Demands RFC 9457 with our members. [Api] asks this of every failure.
  Answer requireProblem() {
    assertThat(contentType()).as("content type of %s", this).isEqualTo("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("type").asText()).as(text()).startsWith("/problems/");
    assertThat(problem.path("title").asText()).as("title in " + text()).isNotBlank();
    assertThat(problem.path("detail").asText()).as("detail in " + text()).isNotBlank();
    assertThat(problem.path("status").asInt()).as("status in " + text()).isEqualTo(status);
    assertThat(problem.path("instance").asText())
        .as("instance in " + text())
        .isEqualTo(request.pathOnly());
    assertThat(problem.path("requestId").asText())
        .as("requestId in " + text())
        .isEqualTo(header("X-Request-Id"));
    assertThat(text()).as("nothing of the inside shows").doesNotContain("java.", "org.", "SELECT ");
    return this;
  }

  @Override
  public String toString() {
    String body = text();
    return "%s: %d %s"
        .formatted(request, status, body.length() > 1500 ? body.substring(0, 1500) : body);
  }
}
