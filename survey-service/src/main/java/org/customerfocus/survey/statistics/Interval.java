package org.customerfocus.survey.statistics;

/// A two-sided confidence interval, bounds included.
///
/// @param level the confidence level, e.g. 0.95
/// @param lower the lower bound, in the unit of the estimate
/// @param upper the upper bound, in the unit of the estimate
public record Interval(double level, double lower, double upper) {

  /// The level where none was asked for.
  public static final double DEFAULT_LEVEL = 0.95;

  /// The same interval in another unit, e.g. `scaled(100)` from a ratio to points.
  public Interval scaled(double factor) {
    return new Interval(level, lower * factor, upper * factor);
  }

  Interval clipped(double minimum, double maximum) {
    return new Interval(level, Math.max(minimum, lower), Math.min(maximum, upper));
  }

  static Interval around(double centre, double halfWidth, double level) {
    return new Interval(level, centre - halfWidth, centre + halfWidth);
  }
}
