package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.util.Optional;

/// What a period will come to if it goes on as it began. Estimates, in binary numbers: nothing is
/// decided by them.
public final class Forecast {

  /// The 97.5 % quantile of the normal distribution.
  private static final double Z = 1.959963984540054;

  private Forecast() {}

  /// An expected value, and where it lies in 95 of 100 such periods.
  public record Expected(double value, double lower, double upper) {}

  /// The share that a period will end with.
  ///
  /// Method: events come on at the rate of the period so far, and each is good, independently of
  /// the others, with an unknown constant chance p. With x of n good and Jeffreys' prior Beta(½,
  /// ½), the good among the m events to come are beta-binomial with a = x + ½, b = n − x + ½: mean
  /// m·a/(a+b), variance m·a·b·(a+b+m) / ((a+b)²·(a+b+1)). The interval is that mean ± z standard
  /// deviations (normal approximation), clipped to what is possible.
  ///
  /// @param elapsed how much of the period is over, above 0 and at most 1
  public static Optional<Expected> share(Attainment soFar, double elapsed) {
    double n = soFar.base();
    if (n == 0 || elapsed <= 0) {
      return Optional.empty();
    }
    double x = soFar.part();
    double m = n * (1 - elapsed) / elapsed;
    double a = x + 0.5;
    double b = n - x + 0.5;
    double more = m * a / (a + b);
    double deviation = Math.sqrt(m * a * b * (a + b + m) / ((a + b) * (a + b) * (a + b + 1)));
    double least = x / (n + m);
    double most = (x + m) / (n + m);
    return Optional.of(
        new Expected(
            x / n,
            Math.max(least, (x + more - Z * deviation) / (n + m)),
            Math.min(most, (x + more + Z * deviation) / (n + m))));
  }

  /// How many events a period will have.
  ///
  /// Method: a constant rate; given c events in the share f of the period, with Jeffreys' prior
  /// Gamma(½, 0) the events to come are negative binomial with mean (c + ½)(1 − f)/f and variance
  /// (c + ½)(1 − f)/f². The interval is normal, clipped at what there is already.
  public static Optional<Expected> count(long soFar, double elapsed) {
    if (elapsed <= 0) {
      return Optional.empty();
    }
    double mean = (soFar + 0.5) * (1 - elapsed) / elapsed;
    double deviation = Math.sqrt((soFar + 0.5) * (1 - elapsed)) / elapsed;
    return Optional.of(
        new Expected(
            soFar / elapsed,
            Math.max((double) soFar, soFar + mean - Z * deviation),
            soFar + mean + Z * deviation));
  }

  /// What a sum will come to at the rate of the period so far.
  public static double sum(BigDecimal soFar, double elapsed) {
    return soFar.doubleValue() / elapsed;
  }
}
