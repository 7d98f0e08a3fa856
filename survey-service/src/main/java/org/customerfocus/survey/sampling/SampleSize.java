package org.customerfocus.survey.sampling;

import org.customerfocus.survey.statistics.Quantiles;

/// How many answers a wished margin of error takes.
public final class SampleSize {

  private SampleSize() {}

  /// The size for estimating a share whose true value may be anything, in the worst case one half,
  /// drawn without replacement from a finite population:
  ///
  /// n0 = z² · 0.25 / e², n = n0 / (1 + (n0 − 1) / N), rounded up
  ///
  /// with z the quantile of the standard normal distribution at (1 + level) / 2. Source: Cochran,
  /// Sampling Techniques, 3rd edition, 4.4.
  ///
  /// @param margin half the width of the interval as a share, such as 0.05; 0 < margin < 1
  /// @param level of confidence, such as 0.95; 0 < level < 1
  /// @param population N, how many there are
  /// @return at most `population`, and at least 1 where there is anybody
  public static long forMargin(double margin, double level, long population) {
    if (!(margin > 0 && margin < 1 && level > 0 && level < 1) || population < 0) {
      throw new IllegalArgumentException("margin and level lie between 0 and 1");
    }
    if (population == 0) {
      return 0;
    }
    double z = Quantiles.z(level);
    double infinite = z * z * 0.25 / (margin * margin);
    double finite = infinite / (1 + (infinite - 1) / population);
    return Math.clamp((long) Math.ceil(finite - 1e-9), 1, population);
  }
}
