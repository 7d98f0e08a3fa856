package org.customerfocus.survey.recovery;

import java.math.BigDecimal;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;

/// Answers of the same people before and after, as exact sums.
///
/// A score x on a scale from min to max is brought to 0…1 as (x − min) / (max − min), the percent
/// of the maximum possible (P. Cohen et al., The problem of units and the circumstance for POMP,
/// Multivariate Behavioral Research 34, 1999). A pair's lift is after less before; with the spans s
/// and t of the scales, d = (after − min)·t − (before − min)·s is a whole number, and the lift d /
/// st.
///
/// @param sum Σd
/// @param sumOfSquares Σd²
/// @param better how many d are above zero
record Pairs(long n, BigDecimal sum, BigDecimal sumOfSquares, long better, long same, long worse) {

  /// The mean lift in points, −100…100, with Student's paired interval.
  ///
  /// @param spans st, the product of both scales' spans
  Figure lift(int spans, double level) {
    String method = "paired-mean/student-t";
    if (n == 0) {
      return Figure.insufficient(
          "points", 0, 0, method, "Nobody has answered both before and after yet.");
    }
    Mean mean = Mean.ofSums(n, sum, sumOfSquares);
    double factor = 100.0 / spans;
    Interval interval = mean.hasInterval() ? mean.interval(level).scaled(factor) : null;
    return Figure.of(
        mean.value() * factor,
        "points",
        n,
        n,
        method,
        interval == null ? null : new Figure.Interval(level, interval.lower(), interval.upper()));
  }
}
