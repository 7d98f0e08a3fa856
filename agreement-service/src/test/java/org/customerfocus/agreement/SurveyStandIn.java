package org.customerfocus.agreement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Another process that answers as survey-service does when it is asked how satisfied people are.
/// Surveys are told apart by ids, which no other test has.
@WithTestResource(value = SurveyStandIn.class, scope = TestResourceScope.GLOBAL)
public class SurveyStandIn implements QuarkusTestResourceLifecycleManager {

  /// The figures of scores, by survey.
  public static final Map<String, String> SCORES = new ConcurrentHashMap<>();

  /// How often each survey was asked about.
  public static final Map<String, Integer> ASKED = new ConcurrentHashMap<>();

  /// A figure that would tell of few people.
  public static final String WITHHELD =
      "{\"status\": \"withheld\", \"unit\": \"points\", \"method\": \"nps/adjusted-wald\"}";

  private HttpServer server;

  /// A figure in the shape that all of them have.
  public static String figure(int n, double value, double lower, double upper) {
    return """
        {"status": "ok", "value": %s, "unit": "points", "n": %d, "base": %2$d,
         "method": "nps/adjusted-wald", "interval": {"level": 0.95, "lower": %s, "upper": %s}}"""
        .formatted(value, n, lower, upper);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/surveys/", SurveyStandIn::answer);
    server.start();
    return Map.of("customerfocus.survey-url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String survey = exchange.getRequestURI().getPath().split("/", -1)[3];
    String told = "{\"threshold\": 5, \"figure\": %s}".formatted(SCORES.getOrDefault(survey, "{}"));
    ASKED.merge(survey, 1, Integer::sum);
    byte[] bytes = told.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(SCORES.containsKey(survey) ? 200 : 404, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
