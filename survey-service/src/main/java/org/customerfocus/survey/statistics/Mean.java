package org.customerfocus.survey.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/// A mean with its sample variance.
///
/// @param value the mean
/// @param variance the sample variance, over n − 1; not a number when n ≤ 1
/// @param n number of answers, or the effective number
public record Mean(double value, double variance, double n) implements Score {

  /// Mean and variance of n numbers from their exact sums: s² = (Σx² − (Σx)²/n) / (n − 1).
  ///
  /// The difference is taken before anything is rounded: of large numbers that lie close together,
  /// doubles would lose every digit of it.
  public static Mean ofSums(long n, BigDecimal sum, BigDecimal sumOfSquares) {
    BigDecimal count = BigDecimal.valueOf(n);
    double variance =
        n > 1
            ? quotient(
                aboutTheMean(count, sum, sumOfSquares), count.multiply(BigDecimal.valueOf(n - 1)))
            : Double.NaN;
    return new Mean(quotient(sum, count), variance, n);
  }

  /// Mean and variance of weighted numbers from their exact sums, with the effective number of
  /// answers in the place of n: x̄ = Σwx / Σw, s² = (Σwx² / Σw − x̄²) · n_eff / (n_eff − 1).
  ///
  /// @param weights Σw
  /// @param squaredWeights Σw²
  /// @param sum Σwx
  /// @param sumOfSquares Σwx²
  public static Mean ofWeightedSums(
      BigDecimal weights, BigDecimal squaredWeights, BigDecimal sum, BigDecimal sumOfSquares) {
    double n = Distribution.effectiveSize(weights.doubleValue(), squaredWeights.doubleValue());
    double spread = quotient(aboutTheMean(weights, sum, sumOfSquares), weights.multiply(weights));
    return new Mean(quotient(sum, weights), n > 1 ? spread * n / (n - 1) : Double.NaN, n);
  }

  /// Σw · Σw(x − x̄)² = Σw · Σwx² − (Σwx)², exactly; never below zero.
  private static BigDecimal aboutTheMean(
      BigDecimal weights, BigDecimal sum, BigDecimal sumOfSquares) {
    return weights.multiply(sumOfSquares).subtract(sum.multiply(sum));
  }

  /// As a double; not a number where there is nothing to divide by.
  private static double quotient(BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() == 0
        ? Double.NaN
        : dividend.divide(divisor, MathContext.DECIMAL128).doubleValue();
  }

  /// The standard error √(s² / n).
  @Override
  public double standardError() {
    return Math.sqrt(variance / n);
  }

  /// Whether there are enough answers for an interval.
  public boolean hasInterval() {
    return n > 1;
  }

  /// Student's t of the hypothesis that the true mean is 0, e.g. of paired differences; infinite or
  /// not a number when all answers are equal.
  public double t() {
    return value / standardError();
  }

  /// The two-sided p value of [#t] with n − 1 degrees of freedom; not a number when there is none.
  public double pValue() {
    return n > 1 && !Double.isNaN(t()) ? Quantiles.pValue(t(), n - 1) : Double.NaN;
  }

  /// Mean and variance of plain numbers, in two passes so that nothing cancels.
  public static Mean of(double... values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Mean(
        values.length == 0 ? Double.NaN : mean,
        values.length > 1 ? squares / (values.length - 1) : Double.NaN,
        values.length);
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
