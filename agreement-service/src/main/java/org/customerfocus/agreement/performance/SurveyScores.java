package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.customerfocus.agreement.contract.CommitmentSurvey;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.token.TokenSigner;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Asks survey-service what a survey came to. Scores and their intervals are computed there alone.
@ApplicationScoped
class SurveyScores {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Optional<String> url;
  private final TokenSigner signer;
  private final ObjectMapper json;
  private final CurrentCaller current;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  SurveyScores(
      @ConfigProperty(name = "customerfocus.survey-url") Optional<String> url,
      TokenSigner signer,
      ObjectMapper json,
      CurrentCaller current) {
    this.url = url;
    this.signer = signer;
    this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.current = current;
  }

  /// The score of the days of a time, as the clocks of a zone show them. A day that the time begins
  /// or ends within counts whole.
  ///
  /// @throws ProblemException 503 where survey-service cannot be asked
  SurveyScore score(CommitmentSurvey survey, Instant from, Instant to, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(from, zone);
    LocalDate end = LocalDate.ofInstant(to.minusNanos(1), zone).plusDays(1);
    String path =
        "/v1/satisfaction?score=%s&from=%s&to=%s&timeZone=%s&period=quarter"
            .formatted(survey.score().wire(), first, end, zone.getId());
    try {
      for (JsonNode each : ask(path).path("surveys")) {
        if (each.path("surveyId").asText().equals(survey.surveyId().toString())) {
          return score(each.path("score"));
        }
      }
      return new SurveyScore(0, 0, null, null, null, "points", survey.score().wire());
    } catch (IOException e) {
      throw new ProblemException(
          Problems.UNAVAILABLE, "The survey's score cannot be asked for now. Try again later.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problems.UNAVAILABLE, "The service is shutting down.");
    }
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    Caller caller = current.get();
    Caller as =
        new Caller(
            caller.tenant(), "system:attainment", Set.of("surveys:read"), null, caller.test());
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(url.orElseThrow(() -> new IOException("No survey-service")) + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + signer.sign(as))
            .GET()
            .build();
    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("survey-service answered %d".formatted(answer.statusCode()));
    }
    return json.readTree(answer.body());
  }

  private static SurveyScore score(JsonNode figure) {
    JsonNode interval = figure.path("interval");
    return new SurveyScore(
        figure.path("n").asLong(0),
        figure.path("base").asLong(0),
        number(figure.path("value")),
        number(interval.path("lower")),
        number(interval.path("upper")),
        figure.path("unit").asText("points"),
        figure.path("method").asText("survey-score"));
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? (Double) node.asDouble() : null;
  }
}
