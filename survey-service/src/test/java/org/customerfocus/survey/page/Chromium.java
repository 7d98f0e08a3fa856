package org.customerfocus.survey.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// A real Chromium with one tab, spoken to over its DevTools protocol.
final class Chromium implements AutoCloseable, WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder part = new StringBuilder();
  private String session = "";

  Chromium() throws IOException {
    Path profile = Files.createTempDirectory("chromium");
    process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), this)
            .join();
    JsonNode target = call("Target.createTarget", Map.of("url", "about:blank"));
    session =
        call(
                "Target.attachToTarget",
                Map.of("targetId", target.path("targetId").asText(), "flatten", true))
            .path("sessionId")
            .asText();
    call("Page.enable", Map.of());
    call("Runtime.enable", Map.of());
    call("Network.enable", Map.of());
  }

  private String address() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null) {
      if (line.startsWith("DevTools listening on ")) {
        Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
        return line.substring("DevTools listening on ".length());
      }
      line = out.readLine();
    }
    throw new IllegalStateException("Chromium did not start");
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    try {
      Map<String, Object> message =
          session.isEmpty()
              ? Map.of("id", id, "method", method, "params", parameters)
              : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
      socket.sendText(JSON.writeValueAsString(message), true).join();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try {
        JsonNode message = JSON.readTree(part.toString());
        CompletableFuture<JsonNode> waits = waiting.remove(message.path("id").asInt(-1));
        if (waits != null) {
          assertThat(message.has("error")).as(message.toString()).isFalse();
          waits.complete(message.path("result"));
        }
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      } finally {
        part.setLength(0);
      }
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  void headers(Map<String, String> headers) {
    call("Network.setExtraHTTPHeaders", Map.of("headers", headers));
  }

  void screen(int width, int height, boolean dark) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  void open(String url) {
    evaluate("window.left = true");
    call("Page.navigate", Map.of("url", url));
    arrive();
  }

  /// Waits for a page other than the one that was marked as left.
  void arrive() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() -> evaluate("!window.left && document.readyState === 'complete'").asBoolean());
  }

  JsonNode evaluate(String script) {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    assertThat(result.has("exceptionDetails")).as(result.toString()).isFalse();
    return result.path("result").path("value");
  }

  void press(String key, int code, String text) {
    Map<String, Object> event =
        Map.of(
            "key",
            key,
            "code",
            key.equals(" ") ? "Space" : key,
            "windowsVirtualKeyCode",
            code,
            "text",
            text);
    call("Input.dispatchKeyEvent", with(event, text.isEmpty() ? "rawKeyDown" : "keyDown"));
    call("Input.dispatchKeyEvent", with(event, "keyUp"));
  }

  private static Map<String, Object> with(Map<String, Object> event, String type) {
    Map<String, Object> all = new ConcurrentHashMap<>(event);
    all.put("type", type);
    return all;
  }

  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  void shoot(Path file) throws IOException {
    String data =
        call("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).path("data").asText();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
  }
}
