package org.customerfocus.survey.statistics;

/// How much one independent sample differs from another.
///
/// @param value the difference, first less second
/// @param standardError its standard error √(SE₁² + SE₂²)
public record Difference(double value, double standardError) {

  /// The difference of two scores of one kind, e.g. of two waves or of two segments.
  public static Difference of(Score first, Score second) {
    return new Difference(
        first.value() - second.value(), Math.hypot(first.standardError(), second.standardError()));
  }

  /// The interval of a difference: Newcombe's where both are shares, else Δ ± z · standard error.
  public static Interval interval(Score first, Score second, double level) {
    return first instanceof Proportion one && second instanceof Proportion other
        ? newcombe(one, other, level)
        : of(first, second).interval(level);
  }

  /// z = Δ / √(SE₁² + SE₂²); infinite or not a number when both samples are constant.
  public double z() {
    return value / standardError;
  }

  /// The two-sided p value of [#z]; not a number when there is none.
  public double pValue() {
    return Double.isNaN(z()) ? Double.NaN : Quantiles.pValue(z());
  }

  /// Δ ± z · standard error.
  public Interval interval(double level) {
    return Interval.around(value, Quantiles.z(level) * standardError, level);
  }

  /// Newcombe's hybrid score interval for the difference of two independent proportions: with the
  /// Wilson bounds l, u of each,
  ///
  ///     lower = Δ − √((p₁ − l₁)² + (u₂ − p₂)²), upper = Δ + √((u₁ − p₁)² + (p₂ − l₂)²)
  ///
  /// Source: R. G. Newcombe, Interval estimation for the difference between independent
  /// proportions, Statistics in Medicine 17 (1998), method 10.
  public static Interval newcombe(Proportion first, Proportion second, double level) {
    double difference = first.share() - second.share();
    Interval one = first.wilson(level);
    Interval two = second.wilson(level);
    return new Interval(
        level,
        difference - Math.hypot(first.share() - one.lower(), two.upper() - second.share()),
        difference + Math.hypot(one.upper() - first.share(), second.share() - two.lower()));
  }
}
