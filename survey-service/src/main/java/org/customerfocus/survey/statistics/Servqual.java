package org.customerfocus.survey.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gaps between what was perceived and what was expected.
///
/// A gap is perception − expectation: above 0 expectations were exceeded. Each figure is the mean
/// of one number a respondent, so that its interval and its test are those of paired answers
/// ([Mean#interval], [Mean#pValue]).
///
/// Source: A. Parasuraman, V. A. Zeithaml, L. L. Berry, SERVQUAL, Journal of Retailing 64 (1988),
/// 12–40: 22 pairs on 7 points in 5 dimensions, and 100 points that each respondent spreads over
/// them.
public final class Servqual {

  private Servqual() {}

  /// One pair of answers, each absent where there is no valid one.
  public record Pair(@Nullable Double expected, @Nullable Double perceived) {

    private boolean complete() {
      return expected != null && perceived != null;
    }

    private double gap() {
      return expected == null || perceived == null ? Double.NaN : perceived - expected;
    }
  }

  /// What one respondent says.
  ///
  /// @param dimensions the pairs of each dimension
  /// @param points how many of the 100 points each dimension was given, or null without allocation
  public record Respondent(List<List<Pair>> dimensions, @Nullable List<Double> points) {

    /// The mean gap of a dimension over its complete pairs; not a number without any.
    public double gap(int dimension) {
      return dimensions.get(dimension).stream()
          .filter(Pair::complete)
          .mapToDouble(Pair::gap)
          .average()
          .orElse(Double.NaN);
    }

    /// Σ pointsᵢ · gapᵢ / Σ pointsᵢ. Not a number without an allocation, or where a dimension that
    /// was given points has no complete pair: nothing is put in its place.
    public double weightedGap() {
      if (points == null) {
        return Double.NaN;
      }
      double total = 0;
      double weights = 0;
      for (int i = 0; i < points.size(); i++) {
        if (points.get(i) > 0) {
          total += points.get(i) * gap(i);
          weights += points.get(i);
        }
      }
      return total / weights;
    }
  }

  /// The mean gap of one dimension, over the respondents who have one.
  public static Mean gap(List<Respondent> respondents, int dimension) {
    return Mean.of(
        respondents.stream()
            .mapToDouble(each -> each.gap(dimension))
            .filter(gap -> !Double.isNaN(gap))
            .toArray());
  }

  /// The mean weighted gap, over the respondents who have one.
  public static Mean weightedGap(List<Respondent> respondents) {
    return Mean.of(
        respondents.stream()
            .mapToDouble(Respondent::weightedGap)
            .filter(gap -> !Double.isNaN(gap))
            .toArray());
  }
}
