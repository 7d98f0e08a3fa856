package org.customerfocus.conventions.peer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.token.TokenSigner;

/// Talks to another service, with a token for each call that has one scope only.
public abstract class Peer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Optional<String> url;
  private final TokenSigner signer;
  private final ObjectMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /// @param name of the other service
  /// @param url where it is; absent in a service that does not call it
  protected Peer(String name, Optional<String> url, TokenSigner signer, ObjectMapper json) {
    this.name = name;
    this.url = url;
    this.signer = signer;
    // Services are replaced one by one: what a newer one adds is not known here yet.
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /// Whether this service knows where the other one is.
  public boolean configured() {
    return url.isPresent();
  }

  /// What the other service knows now. A resource that has become part of another is answered by
  /// that one.
  ///
  /// @param as the tenant, and the one scope that the operation asks for
  /// @return empty where there is no such resource
  /// @throws IOException when it cannot be asked, or answers anything else
  public <T> Optional<T> find(String path, Caller as, Class<T> type)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask(path, as);
    if (answer.statusCode() == 308) {
      String target = answer.headers().firstValue("Location").orElse("");
      URI moved = URI.create(url.orElseThrow() + path).resolve(target);
      String query = moved.getRawQuery();
      answer = ask(query == null ? moved.getRawPath() : moved.getRawPath() + "?" + query, as);
    }
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(json.readValue(answer.body(), type));
      case 404 -> Optional.empty();
      // The path may have a query, and queries values: only the status is told.
      default -> throw new IOException("%s answered %d".formatted(name, answer.statusCode()));
    };
  }

  /// @throws IOException also when the answer is no 200
  <T> T get(String path, Caller as, Class<T> type) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = ask(path, as);
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
    }
    return json.readValue(answer.body(), type);
  }

  /// Asks a question that is too long for a path, and changes nothing.
  ///
  /// @param as the tenant, and the one scope that the operation asks for
  /// @param question written as JSON
  /// @throws IOException when it cannot be asked, or is not answered with 200
  public <T> T ask(String path, Caller as, Object question, Class<T> type)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, as)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(question)))
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(path, answer.statusCode()));
    }
    return json.readValue(answer.body(), type);
  }

  private HttpResponse<byte[]> ask(String path, Caller as)
      throws IOException, InterruptedException {
    return http.send(request(path, as).GET().build(), BodyHandlers.ofByteArray());
  }

  /// @return the status of the answer
  int put(String path, Caller as, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, as)
            .header("Content-Type", type)
            .PUT(BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /// @return the status of the answer
  int delete(String path, Caller as) throws IOException, InterruptedException {
    return http.send(request(path, as).DELETE().build(), BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder request(String path, Caller as) {
    return HttpRequest.newBuilder(URI.create(url.orElseThrow() + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + signer.sign(as));
  }
}
