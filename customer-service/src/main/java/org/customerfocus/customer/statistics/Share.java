package org.customerfocus.customer.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.customerfocus.conventions.figure.Figure;

/// A share: how many of how many.
///
/// @param part how many of them
/// @param whole how many there are
public record Share(long part, long whole) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public Share {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("A part of %d cannot be %d".formatted(whole, part));
    }
  }

  /// The share as a ratio with the Wilson score interval, with p the share, n the whole and z the
  /// two-sided standard normal quantile of the level:
  ///
  ///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
  ///
  /// Without anybody there is no share: the figure is insufficient.
  ///
  /// Source: R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
  /// Medicine 17 (1998), method 3.
  ///
  /// @param measure what it is a share of, such as `churn`
  /// @param level the confidence, between 0 and 1
  /// @param nobody why there may be no share
  public Figure figure(String measure, double level, String nobody) {
    String method = measure + "/wilson";
    if (whole == 0) {
      return Figure.insufficient("ratio", 0, 0, method, nobody);
    }
    double p = (double) part / whole;
    double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    double z2n = z * z / whole;
    double centre = p + z2n / 2;
    double half = z * Math.sqrt(p * (1 - p) / whole + z2n / (4 * whole));
    // At the ends the formula gives the end itself; rounding must not turn 0 into 1e-19.
    double lower = part == 0 ? 0 : Math.max(0, (centre - half) / (1 + z2n));
    double upper = part == whole ? 1 : Math.min(1, (centre + half) / (1 + z2n));
    return Figure.of(p, "ratio", whole, whole, method, new Figure.Interval(level, lower, upper));
  }
}
