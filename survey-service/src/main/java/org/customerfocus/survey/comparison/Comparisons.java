package org.customerfocus.survey.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.comparison.ScoreComparisonsView.ScoreComparison;
import org.customerfocus.survey.results.ScoreSample;
import org.customerfocus.survey.statistics.Difference;
import org.customerfocus.survey.statistics.Holm;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Proportion;
import org.customerfocus.survey.statistics.Score;
import org.jspecify.annotations.Nullable;

/// Compares each two of several samples.
final class Comparisons {

  private Comparisons() {}

  /// @param values of the samples, in their order
  static List<ScoreComparison> of(List<String> values, List<ScoreSample> samples, double level) {
    List<ScoreComparison> found = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = i + 1; j < samples.size(); j++) {
        Figure difference = difference(samples.get(i), samples.get(j), level);
        pValues.add(
            difference.value() == null ? Double.NaN : pValue(samples.get(i), samples.get(j)));
        found.add(new ScoreComparison(values.get(i), values.get(j), difference, null, null, null));
      }
    }
    double[] adjusted = Holm.adjust(pValues.stream().mapToDouble(Double::doubleValue).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      if (!Double.isNaN(adjusted[i])) {
        ScoreComparison each = found.get(i);
        found.set(
            i,
            new ScoreComparison(
                each.first(),
                each.second(),
                each.difference(),
                pValues.get(i),
                adjusted[i],
                adjusted[i] <= 1 - level));
      }
    }
    return found;
  }

  private static double pValue(ScoreSample first, ScoreSample second) {
    return Difference.of(
            Objects.requireNonNull(first.score()), Objects.requireNonNull(second.score()))
        .pValue();
  }

  private static Figure difference(ScoreSample first, ScoreSample second, double level) {
    String unit = first.figure().unit();
    String score = first.figure().method().replaceFirst("/.*", "") + "-difference";
    for (ScoreSample sample : List.of(first, second)) {
      if (sample.figure().status() == Figure.Status.WITHHELD) {
        return Figure.withheld(
            unit, score, Objects.requireNonNullElse(sample.figure().reason(), ""));
      }
    }
    Score one = first.score();
    Score other = second.score();
    long n = sum(first.figure().n(), second.figure().n());
    long base = sum(first.figure().base(), second.figure().base());
    if (one == null || other == null || Double.isNaN(one.standardError() + other.standardError())) {
      return Figure.insufficient(
          unit, n, base, score, "One of the groups has too few valid answers to compare.");
    }
    double scale = one instanceof Nps ? 100 : 1;
    Interval interval = Difference.interval(one, other, level).scaled(scale);
    return Figure.of(
        Difference.of(one, other).value() * scale,
        unit,
        n,
        base,
        score + (one instanceof Proportion ? "/newcombe-10" : "/z"),
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  private static long sum(@Nullable Long one, @Nullable Long other) {
    return (one == null ? 0 : one) + (other == null ? 0 : other);
  }
}
