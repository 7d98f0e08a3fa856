package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.customerfocus.agreement.contract.CommitmentSurvey;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// Asks survey-service what a survey came to. Scores and their intervals are computed there alone.
@ApplicationScoped
class SurveyScores {

  private final SurveyPeer peer;
  private final CurrentCaller current;

  SurveyScores(SurveyPeer peer, CurrentCaller current) {
    this.peer = peer;
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
    if (!peer.configured()) {
      throw new IOException("Nobody said where survey-service is");
    }
    Caller caller = current.get();
    Caller as =
        new Caller(
            caller.tenant(), "system:attainment", Set.of("surveys:read"), null, caller.test());
    return peer.find(path, as, JsonNode.class)
        .orElseThrow(() -> new IOException("survey-service tells of no satisfaction"));
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
