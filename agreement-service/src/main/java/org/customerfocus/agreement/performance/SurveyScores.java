package org.customerfocus.agreement.performance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.customerfocus.agreement.contract.CommitmentSurvey;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Asks survey-service what a survey came to. Scores and their intervals are computed there alone.
@ApplicationScoped
class SurveyScores {

  private static final Logger LOG = Logger.getLogger(SurveyScores.class);

  private final SurveyPeer peer;
  private final CurrentCaller current;

  SurveyScores(SurveyPeer peer, CurrentCaller current) {
    this.peer = peer;
    this.current = current;
  }

  /// The score of what was answered in a time. What is kept of answers to anonymous surveys is
  /// their day in UTC: they count by the days of the zone.
  ///
  /// @throws ProblemException 503 where survey-service cannot be asked
  SurveyScore score(CommitmentSurvey survey, Instant from, Instant to, ZoneId zone) {
    String path =
        "/internal/surveys/%s/scores/%s?from=%s&to=%s&timeZone=%s%s"
            .formatted(
                survey.surveyId(),
                survey.score().wire(),
                from,
                to,
                encoded(zone.getId()),
                survey.linkId() == null ? "" : "&linkId=" + encoded(survey.linkId()));
    try {
      return ask(path)
          .map(SurveyScores::score)
          .orElseGet(() -> SurveyScore.none(survey.score().wire()));
    } catch (IOException e) {
      LOG.warnf("The score of survey %s cannot be asked: %s", survey.surveyId(), e);
      throw new ProblemException(
          Problems.UNAVAILABLE, "The survey's score cannot be asked for now. Try again later.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problems.UNAVAILABLE, "The service is shutting down.");
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// @return empty where there is no such survey any more
  private Optional<JsonNode> ask(String path) throws IOException, InterruptedException {
    if (!peer.configured()) {
      throw new IOException("Nobody said where survey-service is");
    }
    Caller caller = current.get();
    Caller as =
        new Caller(
            caller.tenant(),
            "system:attainment",
            Set.of("survey-scores:read"),
            null,
            caller.test());
    return peer.find(path, as, JsonNode.class);
  }

  private static SurveyScore score(JsonNode told) {
    JsonNode figure = told.path("figure");
    JsonNode interval = figure.path("interval");
    return new SurveyScore(
        figure.path("n").asLong(0),
        figure.path("base").asLong(0),
        number(figure.path("value")),
        number(interval.path("lower")),
        number(interval.path("upper")),
        figure.path("unit").asText("points"),
        figure.path("method").asText("survey-score"),
        figure.path("status").asText().equals("withheld"),
        told.path("threshold").asInt(0));
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? (Double) node.asDouble() : null;
  }
}
