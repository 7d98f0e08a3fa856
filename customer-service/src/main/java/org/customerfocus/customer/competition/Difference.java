package org.customerfocus.customer.competition;

import java.math.BigDecimal;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// Ours minus theirs. Where both scores have an interval (l, u) of one level, so has the
/// difference:
///
/// ```
/// L = d − √((x₁ − l₁)² + (u₂ − x₂)²)
/// U = d + √((u₁ − x₁)² + (x₂ − l₂)²)
/// ```
///
/// the method of variance estimates recovery, for independent samples (Zou & Donner 2008,
/// *Construction of confidence limits about effect measures*, Statistics in Medicine 27:1693–1702);
/// with Wilson intervals of proportions it is Newcombe's hybrid score, method 10.
final class Difference {

  static final String METHOD = "difference";
  static final String METHOD_WITH_INTERVAL = "difference/mover";

  private Difference() {}

  static Figure of(ComparedScore ours, ComparedScore theirs, String unit) {
    BigDecimal difference = ours.value().subtract(theirs.value());
    Figure.Interval interval = interval(difference.doubleValue(), ours, theirs);
    return new Figure(
        Figure.Status.OK,
        difference.doubleValue(),
        unit,
        null,
        null,
        interval == null ? METHOD : METHOD_WITH_INTERVAL,
        interval,
        difference.toPlainString(),
        null);
  }

  private static Figure.@Nullable Interval interval(
      double difference, ComparedScore ours, ComparedScore theirs) {
    Figure.Interval one = ours.interval();
    Figure.Interval two = theirs.interval();
    if (one == null || two == null || one.level() != two.level()) {
      return null;
    }
    double x1 = ours.value().doubleValue();
    double x2 = theirs.value().doubleValue();
    return new Figure.Interval(
        one.level(),
        difference - Math.hypot(x1 - one.lower(), two.upper() - x2),
        difference + Math.hypot(one.upper() - x1, x2 - two.lower()));
  }

  /// Who is better by a difference, on a scale whose better end is known.
  static Standing standing(Figure difference, @Nullable ScaleDirection better) {
    double ours = difference.value() == null ? 0 : difference.value();
    Figure.Interval interval = difference.interval();
    if (interval != null && interval.lower() <= 0 && interval.upper() >= 0) {
      return Standing.UNDECIDED;
    }
    if (ours == 0) {
      return Standing.LEVEL;
    }
    return (ours > 0) == (better != ScaleDirection.LOWER) ? Standing.AHEAD : Standing.BEHIND;
  }
}
