package org.customerfocus.survey.statistics;

/// A share of n answers.
///
/// @param share 0…1
/// @param n number of answers; the effective number where they are weighted or the population is
///   finite ([FinitePopulation#size]), infinite for a census
public record Proportion(double share, double n) implements Score {

  /// The share of `successes` in `n`; `n` must be positive.
  public static Proportion of(long successes, long n) {
    return new Proportion((double) successes / n, n);
  }

  @Override
  public double value() {
    return share;
  }

  /// The standard error √(p(1 − p) / n).
  @Override
  public double standardError() {
    return Math.sqrt(share * (1 - share) / n);
  }

  /// The Wilson score interval
  ///
  ///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
  ///
  /// Source: R. G. Newcombe, Two-sided confidence intervals for the single proportion,
  /// Statistics in Medicine 17 (1998), method 3.
  public Interval wilson(double level) {
    double z = Quantiles.z(level);
    double z2n = z * z / n;
    double centre = share + z2n / 2;
    double halfWidth = z * Math.sqrt(share * (1 - share) / n + z2n / (4 * n));
    double scale = 1 + z2n;
    Interval wilson = Interval.around(centre / scale, halfWidth / scale, level).clipped(0, 1);
    // At the ends the formula gives the end itself; rounding must not turn 0 into 1e-19.
    return new Interval(level, share == 0 ? 0 : wilson.lower(), share == 1 ? 1 : wilson.upper());
  }
}
