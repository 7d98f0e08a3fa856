package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.attainment.Counts;
import org.customerfocus.agreement.attainment.Measuring;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was counted and what it says.
@Schema(
    description =
        "What was counted: good, bad, excluded and unknown sum to total exactly. The status is"
            + " decided on the exact fraction, never on its rounding.")
record AttainmentResult(
    CountedIn countedIn,
    Long good,
    Long bad,
    Long excluded,
    Long unknown,
    Long total,
    @Schema(description = "Open and not due before the cut: not counted.") Long notYetDue,
    @Schema(
            description =
                "In the unit of the target: a share, a mean, a sum, a count or a score. For"
                    + " percentiles and durations the share of values on the target's side, which"
                    + " decides.")
        Figure attainment,
    @Schema(
            description =
                "The percentile itself, within a relative error of 1 %; it is shown and decides"
                    + " nothing.")
        @Nullable Figure percentile,
    AttainmentStatus status,
    @Schema(description = "The target was met, but not the warning value.") Boolean warning,
    @Schema(description = "Of shares that have to be high, and of percentiles; absent otherwise.")
        @Nullable ErrorBudgetView errorBudget) {

  /// @param window how much there is to count in the whole period where that is known: slices or
  ///   microseconds of service time
  static AttainmentResult of(Judged judged, @Nullable BigDecimal window) {
    Counts counts = judged.counted().counts();
    Tally tally = counts.tally();
    Promise promise = judged.promise();
    return new AttainmentResult(
        CountedIn.of(promise),
        tally.good(),
        tally.bad(),
        tally.excluded(),
        tally.unknown(),
        tally.total(),
        counts.notYetDue(),
        figure(judged),
        percentile(judged),
        judged.status(),
        judged.judgement().warned(),
        ErrorBudgetView.of(promise, tally, window));
  }

  private static Figure figure(Judged judged) {
    Promise promise = judged.promise();
    if (promise.type() == MetricType.SURVEY_SCORE) {
      return score(promise, judged.counted().score());
    }
    Tally tally = judged.counted().counts().tally();
    Measuring measuring = promise.measuring();
    String method =
        "%s/%s-unknown-%s"
            .formatted(
                method(measuring.figure()),
                promise.commitment().exclusionEffect().wire(),
                promise.commitment().unknownAs().wire());
    String unit = unit(promise);
    BigDecimal denominator = judged.judgement().denominator();
    if (denominator.signum() == 0) {
      return Figure.insufficient(
          unit, 0, tally.total(), method, "No measurement of this time counts.");
    }
    BigDecimal value =
        judged.judgement().numerator().signum() == 0
            ? BigDecimal.ZERO
            : judged
                .judgement()
                .numerator()
                .divide(denominator, MathContext.DECIMAL128)
                .stripTrailingZeros();
    return Figure.exact(value, unit, counted(judged), tally.total(), method);
  }

  private static long counted(Judged judged) {
    Tally tally = judged.counted().counts().tally();
    return switch (judged.promise().measuring().figure()) {
      case SHARE, QUANTILE -> judged.judgement().denominator().longValueExact();
      case MEAN, SUM, COUNT -> tally.good();
    };
  }

  private static String method(Measuring.Figure figure) {
    return switch (figure) {
      case SHARE -> "attainment";
      case QUANTILE -> "share-within-target";
      case MEAN -> "mean";
      case SUM -> "sum";
      case COUNT -> "count";
    };
  }

  private static String unit(Promise promise) {
    return switch (promise.measuring().figure()) {
      case SHARE, QUANTILE -> "ratio";
      case COUNT -> "count";
      case MEAN, SUM -> Objects.requireNonNullElse(promise.metric().unit(), "count");
    };
  }

  private static @Nullable Figure percentile(Judged judged) {
    ValueSketch sketch = judged.counted().sketch();
    Promise promise = judged.promise();
    if (promise.measuring().figure() != Measuring.Figure.QUANTILE || sketch == null) {
      return null;
    }
    BigDecimal share = Objects.requireNonNullElse(promise.measuring().percentile(), BigDecimal.ONE);
    String method = "percentile-%s/ddsketch-0.01".formatted(share.toPlainString());
    String unit = Objects.requireNonNullElse(promise.metric().unit(), "s");
    Tally tally = judged.counted().counts().tally();
    long n = Math.addExact(tally.good(), tally.bad());
    return sketch.quantile(share.doubleValue()).stream()
        .mapToObj(value -> Figure.of(value, unit, n, tally.total(), method, null))
        .findFirst()
        .orElseGet(
            () ->
                Figure.insufficient(
                    unit, 0, tally.total(), method, "No measurement of this time counts."));
  }

  private static Figure score(Promise promise, @Nullable SurveyScore score) {
    String method =
        "survey-score/%s"
            .formatted(Objects.requireNonNull(promise.commitment().survey()).score().wire());
    if (score == null || score.value() == null) {
      return Figure.insufficient(
          score == null ? "points" : score.unit(),
          score == null ? 0 : score.n(),
          score == null ? 0 : score.base(),
          score == null ? method : score.method(),
          "Too few answered in this time.");
    }
    Figure.Interval interval =
        score.lower() == null || score.upper() == null
            ? null
            : new Figure.Interval(0.95, score.lower(), score.upper());
    return Figure.of(
        score.value(), score.unit(), score.n(), score.base(), score.method(), interval);
  }
}
