package org.customerfocus.survey.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What matters against how well it is done: four quadrants that are split at the grand means.
///
/// Source: J. A. Martilla, J. C. James, Importance–performance analysis, Journal of Marketing 41
/// (1977), 77–79.
///
/// @param importanceMean where the quadrants are split, the mean importance of all items
/// @param performanceMean the mean performance of all items
/// @param quadrants where each item lies, in their order; on the mean counts as above it
public record ImportancePerformance(
    double importanceMean, double performanceMean, List<Quadrant> quadrants) {

  /// What to do about an item.
  public enum Quadrant {
    /// Important, and done less well than the others.
    CONCENTRATE_HERE,
    /// Important and done well.
    KEEP_UP,
    /// Neither important nor done well.
    LOW_PRIORITY,
    /// Done well without being important.
    POSSIBLE_OVERKILL
  }

  /// @param importance of each item, e.g. its share of R²
  /// @param performance of each item, e.g. its mean on a common scale
  public static ImportancePerformance of(double[] importance, double[] performance) {
    double important = Arrays.stream(importance).average().orElse(Double.NaN);
    double good = Arrays.stream(performance).average().orElse(Double.NaN);
    return new ImportancePerformance(
        important,
        good,
        IntStream.range(0, importance.length)
            .mapToObj(i -> quadrant(importance[i] >= important, performance[i] >= good))
            .toList());
  }

  private static Quadrant quadrant(boolean important, boolean good) {
    if (important) {
      return good ? Quadrant.KEEP_UP : Quadrant.CONCENTRATE_HERE;
    }
    return good ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
  }
}
