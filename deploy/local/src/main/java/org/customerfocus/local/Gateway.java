package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Calls to the gateway, as any client would make them.
final class Gateway {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http;
  private final String baseUrl;
  private final String key;

  Gateway(HttpClient http, String baseUrl, String key) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.key = key;
  }

  /// The same gateway with another key.
  Gateway with(String otherKey) {
    return new Gateway(http, baseUrl, otherKey);
  }

  /// @param request what was asked, for messages
  /// @param location where it leads to, empty where it leads nowhere
  record Answer(String request, int status, String body, String location) {
    /// @throws Failure with the problem's own words when the status is another
    JsonNode expect(int expected) {
      if (status != expected) {
        throw new Failure("%s answered %d: %s".formatted(request, status, body));
      }
      return json();
    }

    /// @throws Failure when it is no page
    String expectPage() {
      if (status != 200) {
        throw new Failure("%s answered %d".formatted(request, status));
      }
      return body;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException notJson) {
        throw new Failure("%s answered no JSON: %s".formatted(request, body), notJson);
      }
    }
  }

  Answer get(String path) {
    return send(path, "GET", request(path).GET());
  }

  /// @param body absent for an operation that takes none
  Answer post(String path, @Nullable JsonNode body) {
    HttpRequest.Builder request = request(path);
    if (body == null) {
      return send(path, "POST", request.POST(HttpRequest.BodyPublishers.noBody()));
    }
    return send(
        path,
        "POST",
        request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /// Sends what is no JSON document.
  Answer post(String path, String contentType, HttpRequest.BodyPublisher body) {
    return send(path, "POST", request(path).header("Content-Type", contentType).POST(body));
  }

  /// Submits a form as a browser does, and answers where it leads to.
  ///
  /// @param form `application/x-www-form-urlencoded`
  String submit(String path, String form) {
    Answer answer =
        send(
            path,
            "POST",
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    if (answer.status() != 303) {
      throw new Failure("POST %s answered %d".formatted(path, answer.status()));
    }
    return answer.location().replaceFirst("#.*", "");
  }

  /// Replaces whatever version is there.
  Answer put(String path, String contentType, HttpRequest.BodyPublisher body) {
    return send(
        path,
        "PUT",
        request(path).header("Content-Type", contentType).header("If-Match", "*").PUT(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private Answer send(String path, String method, HttpRequest.Builder request) {
    String asked = method + " " + path;
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          asked,
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Location").orElse(""));
    } catch (IOException unreachable) {
      throw new Failure(asked + " got no answer: " + unreachable.getMessage(), unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", interrupted);
    }
  }

  /// Whether the gateway takes this key.
  boolean accepted() {
    return get("/v1/api-keys?limit=1").status() != 401;
  }
}
