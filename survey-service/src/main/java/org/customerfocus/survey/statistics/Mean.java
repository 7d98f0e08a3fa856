package org.customerfocus.survey.statistics;

/// A mean with its sample variance.
///
/// @param value the mean
/// @param variance the sample variance, over n − 1; not a number when n ≤ 1
/// @param n number of answers, or the effective number
public record Mean(double value, double variance, double n) {

  /// Mean and variance of n numbers from their sums: s² = (Σx² − (Σx)²/n) / (n − 1).
  ///
  /// Rounding can drive the difference of two large sums below zero, hence the floor. The sums are
  /// best accumulated exactly, as the database does with `numeric`.
  public static Mean ofSums(long n, double sum, double sumOfSquares) {
    double mean = sum / n;
    double variance = n > 1 ? Math.max(0, (sumOfSquares - sum * mean) / (n - 1)) : Double.NaN;
    return new Mean(mean, variance, n);
  }

  /// Mean and variance of weighted numbers from their sums, with the effective number of answers in
  /// the place of n: x̄ = Σwx / Σw, s² = (Σwx² / Σw − x̄²) · n_eff / (n_eff − 1).
  ///
  /// @param weights Σw
  /// @param squaredWeights Σw²
  /// @param sum Σwx
  /// @param sumOfSquares Σwx²
  public static Mean ofWeightedSums(
      double weights, double squaredWeights, double sum, double sumOfSquares) {
    double n = Distribution.effectiveSize(weights, squaredWeights);
    double mean = sum / weights;
    double spread = Math.max(0, sumOfSquares / weights - mean * mean);
    return new Mean(mean, n > 1 ? spread * n / (n - 1) : Double.NaN, n);
  }

  /// The standard error √(s² / n).
  public double standardError() {
    return Math.sqrt(variance / n);
  }

  /// Whether there are enough answers for an interval.
  public boolean hasInterval() {
    return n > 1;
  }

  /// Student's interval x̄ ± t · s/√n with n − 1 degrees of freedom.
  ///
  /// @throws IllegalStateException when n ≤ 1: one answer says nothing about its spread
  public Interval interval(double level) {
    if (!hasInterval()) {
      throw new IllegalStateException("An interval of a mean needs at least two answers");
    }
    return Interval.around(value, Quantiles.t(level, n - 1) * standardError(), level);
  }
}
