package org.customerfocus.survey.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.comparison.PairRepository.PairCount;
import org.customerfocus.survey.comparison.ScoreComparisonsView.ScoreComparison;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.results.ScoreName;
import org.customerfocus.survey.results.ScoreSample;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;

/// Compares people who answered in two waves with themselves: the mean of each one's later answer
/// less the earlier, with Student's t.
///
/// Withheld where results withhold a wave, where few answered in both, and where few answered in
/// one of them alone: with the scores of the waves it would tell theirs.
@ApplicationScoped
class PairedComparisons {

  private final PublishedSurveys surveys;
  private final PairRepository repository;

  PairedComparisons(PublishedSurveys surveys, PairRepository repository) {
    this.surveys = surveys;
    this.repository = repository;
  }

  /// @param samples of the two waves, by their values
  /// @throws ProblemException 400 where the question is not on a scale
  ScoreComparison of(
      UUID surveyId,
      ComparisonQuery query,
      List<String> values,
      List<ScoreSample> samples,
      double level) {
    List<Wave> waves =
        query.against == null
            ? values.stream().map(part -> new Wave(surveyId, query.splitBy, part)).toList()
            : Stream.of(surveyId, query.against).map(id -> new Wave(id, null, null)).toList();
    List<PublishedVersion> versions =
        waves.stream().flatMap(wave -> surveys.ofSurvey(wave.surveyId()).stream()).toList();
    Item question = question(versions, query.question);
    ScoreName score = ScoreName.of(question, query.score);
    String unit = samples.isEmpty() ? "mean" : samples.getFirst().figure().unit();
    String method =
        (samples.isEmpty()
                ? score.wire()
                : samples.getFirst().figure().method().replaceFirst("/.*", ""))
            + "-difference/paired-t";
    if (samples.size() < 2) {
      return none(values, Figure.insufficient(unit, 0, 0, method, "A wave is a draft."));
    }
    List<PairCount> pairs = repository.count(query.question, waves.get(0), waves.get(1));
    long people = pairs.stream().mapToLong(PairCount::people).sum();
    int threshold =
        versions.stream().mapToInt(PublishedVersion::anonymityThreshold).max().orElse(0);
    Withholding withholding = new Withholding(threshold);
    for (ScoreSample sample : samples) {
      Long n = sample.figure().n();
      if (sample.figure().status() == Figure.Status.WITHHELD
          || n == null
          || withholding.smallWithin(people, n)) {
        return none(
            values,
            Figure.withheld(unit, method, "Few answered in both waves, or in one of them alone."));
      }
    }
    long base = samples.stream().mapToLong(each -> Objects.requireNonNull(each.figure().n())).sum();
    if (people < 2) {
      return none(
          values,
          Figure.insufficient(
              unit,
              people,
              base,
              method,
              "Fewer than two people are known to have answered both."));
    }
    return compared(values, mean(pairs, question, score), unit, base, method, level);
  }

  private static ScoreComparison compared(
      List<String> values, Mean mean, String unit, long base, String method, double level) {
    Interval interval = mean.interval(level).scaled(unit.equals("points") ? 100 : 1);
    double p = mean.pValue();
    return new ScoreComparison(
        values.get(0),
        values.get(1),
        Figure.of(
            mean.value() * (unit.equals("points") ? 100 : 1),
            unit,
            Math.round(mean.n()),
            base,
            method,
            new Figure.Interval(interval.level(), interval.lower(), interval.upper())),
        Double.isNaN(p) ? null : p,
        Double.isNaN(p) ? null : p,
        Double.isNaN(p) ? null : p <= 1 - level);
  }

  private static Mean mean(List<PairCount> pairs, Item question, ScoreName score) {
    long n = 0;
    long sum = 0;
    long squares = 0;
    for (PairCount pair : pairs) {
      long difference =
          score.counts(question, pair.first()) - (long) score.counts(question, pair.second());
      n += pair.people();
      sum += difference * pair.people();
      squares += difference * difference * pair.people();
    }
    return Mean.ofSums(n, BigDecimal.valueOf(sum), BigDecimal.valueOf(squares));
  }

  private static ScoreComparison none(List<String> values, Figure figure) {
    return new ScoreComparison(
        values.isEmpty() ? "" : values.getFirst(),
        values.isEmpty() ? "" : values.getLast(),
        figure,
        null,
        null,
        null);
  }

  private static Item question(List<PublishedVersion> versions, String linkId) {
    for (PublishedVersion version : versions.reversed()) {
      Item question = version.questionnaire().question(linkId);
      if (question != null && question.type().isScale()) {
        return question;
      }
    }
    throw ProblemException.parameter(
        "question", "must be on a scale to compare people with themselves");
  }
}
