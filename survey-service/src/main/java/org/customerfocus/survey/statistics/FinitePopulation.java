package org.customerfocus.survey.statistics;

import java.util.List;

/// Samples that are a noticeable part of their population.
public final class FinitePopulation {

  private FinitePopulation() {}

  /// What takes the place of n in an interval of a proportion or a Net Promoter Score: n / (1 −
  /// n/N), infinite for a census.
  ///
  /// @throws IllegalArgumentException when the population is smaller than its sample
  public static double size(double n, double population) {
    return n / (1 - fraction(n, population));
  }

  /// One stratum of a stratified sample.
  ///
  /// @param population how many it holds
  /// @param sample mean and variance of those asked
  public record Stratum(double population, Mean sample) {}

  /// A stratified mean.
  ///
  /// @param mean Σ Nₕ x̄ₕ / N
  /// @param standardError √(Σ (Nₕ/N)² sₕ²/nₕ · (1 − nₕ/Nₕ))
  /// @param standardErrorUncorrected the same without the last factor, as if drawn from an infinite
  ///   population
  /// @param degreesOfFreedom of its Student's t by Satterthwaite: (Σ gₕ)² / Σ (gₕ² / (nₕ − 1)) with
  ///   gₕ = (Nₕ/N)² sₕ²/nₕ · (1 − nₕ/Nₕ); where there is no variance, Σ (nₕ − 1)
  public record StratifiedMean(
      double mean, double standardError, double standardErrorUncorrected, double degreesOfFreedom) {

    /// The same with the variance and size that give its standard error and its degrees of freedom.
    public Mean asMean() {
      double n = degreesOfFreedom + 1;
      return new Mean(mean, standardError * standardError * n, n);
    }
  }

  /// Mean and standard errors over all strata.
  ///
  /// Source: W. G. Cochran, Sampling Techniques (1977), theorem 5.3 and section 5.4.
  public static StratifiedMean mean(List<Stratum> strata) {
    double population = strata.stream().mapToDouble(Stratum::population).sum();
    double mean = 0;
    double corrected = 0;
    double uncorrected = 0;
    double squares = 0;
    double degrees = 0;
    for (Stratum stratum : strata) {
      Mean sample = stratum.sample();
      double share = stratum.population() / population;
      double variance = share * share * sample.variance() / sample.n();
      mean += share * sample.value();
      uncorrected += variance;
      double own = variance * (1 - fraction(sample.n(), stratum.population()));
      corrected += own;
      squares += own * own / (sample.n() - 1);
      degrees += sample.n() - 1;
    }
    return new StratifiedMean(
        mean,
        Math.sqrt(corrected),
        Math.sqrt(uncorrected),
        squares > 0 ? corrected * corrected / squares : degrees);
  }

  private static double fraction(double n, double population) {
    if (n > population) {
      throw new IllegalArgumentException("A sample of " + n + " exceeds its population");
    }
    return n / population;
  }
}
