package org.customerfocus.survey.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Critical values and p values.
public final class Quantiles {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Quantiles() {}

  /// z with P(−z ≤ Z ≤ z) = level, for a standard normal Z.
  public static double z(double level) {
    return NORMAL.inverseSurvivalProbability(tail(level));
  }

  /// t with P(−t ≤ T ≤ t) = level, for Student's T of the given degrees of freedom.
  static double t(double level, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail(level));
  }

  /// The two-sided p value of a z statistic.
  static double pValue(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }

  /// The two-sided p value of a t statistic.
  static double pValue(double t, double degreesOfFreedom) {
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
  }

  /// P(X ≥ x) for chi-square of the given degrees of freedom.
  static double chiSquareTail(double x, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(x);
  }

  private static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A confidence level lies between 0 and 1, not " + level);
    }
    return (1 - level) / 2;
  }
}
