package org.customerfocus.customer.need;

import java.math.BigDecimal;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// How far what is done falls short of what matters:
///
/// ```
/// gap = importance / 10 − degree met
/// ```
///
/// from −1 (met wholly, matters least) to 1; above zero is underserved: importance–performance
/// analysis (Martilla & James 1977, *Importance-Performance Analysis*, Journal of Marketing
/// 41:77–79) with both on one scale. The importance is stated, so the interval is the degree met's,
/// turned round.
final class Gap {

  static final String METHOD = "gap/importance-minus-degree-met";

  private Gap() {}

  /// @param importance 1…10
  static Figure of(@Nullable Integer importance, Figure degreeMet) {
    if (importance == null) {
      return Figure.notApplicable(DegreeMet.UNIT, METHOD, "How much it matters here is not said.");
    }
    if (degreeMet.value() == null) {
      return new Figure(
          degreeMet.status(),
          null,
          DegreeMet.UNIT,
          degreeMet.n(),
          degreeMet.base(),
          METHOD,
          null,
          null,
          degreeMet.reason());
    }
    Figure.Interval met = degreeMet.interval();
    return new Figure(
        Figure.Status.OK,
        minus(importance, degreeMet.value()),
        DegreeMet.UNIT,
        degreeMet.n(),
        degreeMet.base(),
        METHOD,
        met == null
            ? null
            : new Figure.Interval(
                met.level(), minus(importance, met.upper()), minus(importance, met.lower())),
        null,
        null);
  }

  /// In decimals, so that 0.4 − 0.85 is −0.45 and not a little beside it.
  private static double minus(int importance, double met) {
    return BigDecimal.valueOf(importance, 1).subtract(BigDecimal.valueOf(met)).doubleValue();
  }
}
