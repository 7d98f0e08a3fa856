package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.Measuring;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.metric.MetricType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much bad a target allows.
@Schema(
    name = "ErrorBudgetFigures",
    description =
        "How much bad the target allows, exact: of events among those that count so far; of time and"
            + " slices in the whole period and of all things together, in seconds and slices.")
record ErrorBudgetView(
    @Schema(description = "(1 − target) · what counts, or · the window; not always whole.")
        BigDecimal allowed,
    @Schema(description = "What counts and is not good.") BigDecimal spent,
    @Schema(description = "Below 0 when it is overspent.") BigDecimal remaining,
    @Schema(description = "events, slices or s.") String unit) {

  static @Nullable ErrorBudgetView of(Promise promise, Tally tally, @Nullable BigDecimal window) {
    BigDecimal share = budgeted(promise);
    if (share == null) {
      return null;
    }
    Measuring measuring = promise.measuring();
    Attainment attainment = Attainment.of(tally, measuring.effect(), measuring.unknownAs());
    boolean time = promise.type() == MetricType.TIME_RATIO && promise.slices() == null;
    BigDecimal unit = time ? BigDecimal.valueOf(1_000_000) : BigDecimal.ONE;
    BigDecimal whole =
        (window == null ? BigDecimal.valueOf(attainment.base()) : window).divide(unit);
    BigDecimal spent = BigDecimal.valueOf(attainment.base() - attainment.part()).divide(unit);
    BigDecimal allowed = BigDecimal.ONE.subtract(share).multiply(whole);
    return new ErrorBudgetView(
        plain(allowed),
        plain(spent),
        plain(allowed.subtract(spent)),
        time ? "s" : promise.slices() == null ? "events" : "slices");
  }

  /// The share that has to be good, where there is one: of shares that have to be high, and of
  /// percentiles.
  static @Nullable BigDecimal budgeted(Promise promise) {
    Measuring measuring = promise.measuring();
    return switch (measuring.figure()) {
      case SHARE -> measuring.target().isFloor() ? measuring.target().value() : null;
      case QUANTILE -> measuring.neededShare();
      case MEAN, SUM, COUNT -> null;
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
