package org.customerfocus.survey.improvement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.improvement.ImprovementRequest.ExpectedEffect;
import org.customerfocus.survey.improvement.Verification.Compared;
import org.customerfocus.survey.improvement.VerificationRequest.Kind;
import org.customerfocus.survey.improvement.VerificationRequest.Moment;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ScoreSample;
import org.customerfocus.survey.statistics.Difference;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Proportion;
import org.customerfocus.survey.statistics.Score;
import org.jspecify.annotations.Nullable;

/// Compares a score before and after.
@ApplicationScoped
class Verifier {

  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final Results results;

  Verifier(Results results) {
    this.results = results;
  }

  /// What was found.
  record Found(ImprovementOutcome outcome, Compared compared) {}

  /// @param expected what the improvement should do: a change below zero is verified by a fall
  Found verify(ExpectedEffect expected, VerificationRequest request) {
    double level = request.level() == null ? Interval.DEFAULT_LEVEL : request.level();
    Map<String, ScoreSample> samples = samples(expected, request, level);
    ScoreSample before = samples.get(BEFORE);
    ScoreSample after = samples.get(AFTER);
    if (before == null) {
      throw ProblemException.invalid("/before", "Nobody has answered the question then.");
    }
    if (after == null) {
      throw ProblemException.invalid("/after", "Nobody has answered the question then.");
    }
    Score one = after.score();
    Score other = before.score();
    Figure difference = difference(before, after, level);
    Double pValue = null;
    ImprovementOutcome outcome = ImprovementOutcome.INSUFFICIENT;
    if (difference.status() == Figure.Status.OK && one != null && other != null) {
      double p = Difference.of(one, other).pValue();
      pValue = Double.isNaN(p) ? null : p;
      outcome = outcome(difference, expected.change().signum() < 0);
    }
    return new Found(
        outcome,
        new Compared(
            request.before(),
            request.after(),
            before.figure(),
            after.figure(),
            difference,
            pValue));
  }

  /// Verified when the whole interval lies on the side that was expected.
  private static ImprovementOutcome outcome(Figure difference, boolean falling) {
    Figure.Interval interval = Objects.requireNonNull(difference.interval());
    boolean held = falling ? interval.upper() < 0 : interval.lower() > 0;
    return held ? ImprovementOutcome.VERIFIED : ImprovementOutcome.NOT_VERIFIED;
  }

  private Map<String, ScoreSample> samples(
      ExpectedEffect expected, VerificationRequest request, double level) {
    Kind kind = Objects.requireNonNull(request.before().kind());
    Map<String, Moment> moments = new LinkedHashMap<>();
    moments.put(BEFORE, request.before());
    moments.put(AFTER, request.after());
    Map<String, ScoreSample> found = new LinkedHashMap<>();
    switch (kind) {
      case WAVES ->
          moments.forEach(
              (name, moment) ->
                  wave(expected, Objects.requireNonNull(moment.surveyId()), name, level)
                      .forEach(sample -> found.put(name, sample)));
      case VERSIONS, CAMPAIGNS -> {
        String by = kind == Kind.VERSIONS ? "response.version" : "response.campaign";
        List<ScoreSample> all =
            results.samples(expected.surveyId(), expected.question(), by, expected.score(), level);
        moments.forEach(
            (name, moment) -> {
              UUID id = kind == Kind.VERSIONS ? moment.surveyVersionId() : moment.campaignId();
              all.stream()
                  .filter(sample -> String.valueOf(id).equals(sample.value()))
                  .forEach(sample -> found.put(name, sample));
            });
      }
      case PERIODS -> {
        Map<String, Results.Span> spans = new LinkedHashMap<>();
        moments.forEach(
            (name, moment) ->
                spans.put(
                    name,
                    new Results.Span(
                        Objects.requireNonNull(moment.from()),
                        Objects.requireNonNull(moment.to()))));
        results
            .samplesIn(expected.surveyId(), expected.question(), spans, expected.score(), level)
            .forEach(sample -> found.put(String.valueOf(sample.value()), sample));
      }
    }
    return found;
  }

  private List<ScoreSample> wave(ExpectedEffect expected, UUID survey, String name, double level) {
    try {
      return results.samples(survey, expected.question(), null, expected.score(), level);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/%s/surveyId".formatted(name), e.detail());
    }
  }

  /// After less before.
  private static Figure difference(ScoreSample before, ScoreSample after, double level) {
    String unit = after.figure().unit();
    String method = after.figure().method().replaceFirst("/.*", "") + "-difference";
    for (ScoreSample sample : List.of(before, after)) {
      if (sample.figure().status() == Figure.Status.WITHHELD) {
        return Figure.withheld(unit, method, String.valueOf(sample.figure().reason()));
      }
    }
    long n = sum(before.figure().n(), after.figure().n());
    long base = sum(before.figure().base(), after.figure().base());
    Score one = after.score();
    Score other = before.score();
    if (one == null
        || other == null
        || Double.isNaN(one.standardError() + other.standardError())
        || few(before)
        || few(after)) {
      return Figure.insufficient(
          unit, n, base, method, "Too few have answered before or after to compare.");
    }
    double scale = one instanceof Nps ? 100 : 1;
    Interval interval = Difference.interval(one, other, level).scaled(scale);
    return Figure.of(
        Difference.of(one, other).value() * scale,
        unit,
        n,
        base,
        method + (one instanceof Proportion ? "/newcombe-10" : "/z"),
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  private static boolean few(ScoreSample sample) {
    Long n = sample.figure().n();
    return n == null || n < 2;
  }

  private static long sum(@Nullable Long one, @Nullable Long other) {
    return (one == null ? 0 : one) + (other == null ? 0 : other);
  }
}
