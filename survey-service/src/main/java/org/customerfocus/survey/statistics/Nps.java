package org.customerfocus.survey.statistics;

/// A Net Promoter Score: the share of promoters (9–10) less the share of detractors (0–6).
///
/// @param promoters share of promoters, 0…1
/// @param detractors share of detractors, 0…1
/// @param n number of answers; the effective number where they are weighted or the population is
///   finite ([FinitePopulation#size]), infinite for a census
public record Nps(double promoters, double detractors, double n) implements Score {

  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;

  /// The score of counted groups; at least one of them must be positive.
  public static Nps of(long promoters, long passives, long detractors) {
    double n = promoters + passives + detractors;
    return new Nps(promoters / n, detractors / n, n);
  }

  /// The score of a distribution over 0–10.
  public static Nps of(Distribution answers) {
    return new Nps(
        answers.share(value -> value >= PROMOTER),
        answers.share(value -> value <= DETRACTOR),
        answers.size());
  }

  /// The score as a ratio, −1…1.
  @Override
  public double value() {
    return promoters - detractors;
  }

  /// The variance of one answer scored 1, 0 or −1: P + D − (P − D)².
  public double variance() {
    return promoters + detractors - value() * value();
  }

  /// The standard error √(variance / n).
  @Override
  public double standardError() {
    return Math.sqrt(variance() / n);
  }

  /// The adjusted Wald interval, clipped to ±1: ¾ promoter, 1½ passives and ¾ detractor are added
  /// to the sample, then P − D ± z √(variance / (n + 3)).
  ///
  /// Source: B. Rocks, Interval estimation for the Net Promoter Score, The American Statistician 70
  /// (2016), 365–372.
  public Interval adjustedWald(double level) {
    double scale = 1 + 3 / n;
    return new Nps((promoters + 0.75 / n) / scale, (detractors + 0.75 / n) / scale, n + 3)
        .wald(level);
  }

  /// The plain Wald interval P − D ± z · standard error, clipped to ±1. Too narrow for small n.
  public Interval wald(double level) {
    return Interval.around(value(), Quantiles.z(level) * standardError(), level).clipped(-1, 1);
  }
}
