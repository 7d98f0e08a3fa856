package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.BurnRate;
import org.customerfocus.agreement.attainment.BurnRate.Alert;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentPeriod;
import org.customerfocus.agreement.performance.BudgetView.BurnAlert;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// How fast error budgets are spent.
@ApplicationScoped
class BurnRates {

  private static final String METHOD = "burn-rate/bad-share-by-budget-share";
  private static final String NO_BUDGET =
      "The target leaves no room for anything bad, or is none of a share.";
  private static final String NOTHING = "Nothing of this time counts.";

  private final Periods periods;
  private final Attainments attainments;
  private final Counting counting;

  BurnRates(Periods periods, Attainments attainments, Counting counting) {
    this.periods = periods;
    this.attainments = attainments;
    this.counting = counting;
  }

  BudgetView of(UUID commitment, Instant now) {
    Promise promise = periods.promise(commitment, null);
    Cut cut = Cut.now(now);
    @Nullable Part part = promise.in(promise.window().containing(now)).orElse(null);
    @Nullable AttainmentPeriod period =
        part == null
            ? null
            : attainments.period(
                promise, part, attainments.find(promise, List.of(part), cut).getFirst(), now);
    BigDecimal share = ErrorBudgetView.budgeted(promise);
    boolean budget = share != null && share.compareTo(BigDecimal.ONE) < 0;
    return new BudgetView(
        commitment,
        promise.agreementId(),
        now,
        period,
        remaining(period, budget),
        part == null || share == null || !budget
            ? List.of()
            : alerts(promise, share, part.period().span().length(), cut));
  }

  private static Figure remaining(@Nullable AttainmentPeriod period, boolean budget) {
    ErrorBudgetView figures = period == null ? null : period.result().errorBudget();
    String method = "error-budget/remaining-share";
    if (!budget) {
      return Figure.notApplicable("ratio", method, NO_BUDGET);
    }
    if (period == null || figures == null || figures.allowed().signum() == 0) {
      return Figure.insufficient("ratio", 0, 0, method, NOTHING);
    }
    BigDecimal share =
        figures.remaining().divide(figures.allowed(), MathContext.DECIMAL128).stripTrailingZeros();
    return Figure.exact(
        share.scale() < 0 ? share.setScale(0) : share,
        "ratio",
        period.result().total(),
        period.result().total(),
        method);
  }

  private List<BurnAlert> alerts(Promise promise, BigDecimal share, Duration length, Cut cut) {
    List<Duration> windows =
        BurnRate.ALERTS.stream()
            .flatMap(alert -> Stream.of(alert.longWindow(), alert.shortWindow()))
            .toList();
    List<Attainment> burnt = burnt(promise, windows, cut);
    List<BurnAlert> alerts = new ArrayList<>();
    for (int i = 0; i < BurnRate.ALERTS.size(); i++) {
      Alert alert = BurnRate.ALERTS.get(i);
      Attainment inLong = burnt.get(2 * i);
      Attainment inShort = burnt.get(2 * i + 1);
      long minimum =
          CountedIn.of(promise) == CountedIn.MICROSECONDS
              ? 0
              : promise.commitment().minimumEvents();
      BigDecimal factor = alert.factor(length);
      alerts.add(
          new BurnAlert(
              Figure.exact(
                  factor.scale() < 0 ? factor.setScale(0) : factor,
                  "ratio",
                  inLong.base(),
                  inLong.base(),
                  "burn-rate-factor/share-of-budget"),
              alert.longWindow().toString(),
              rate(inLong, share),
              alert.shortWindow().toString(),
              rate(inShort, share),
              BurnRate.alerts(inLong, inShort, share, alert, length, minimum)));
    }
    return alerts;
  }

  private List<Attainment> burnt(Promise promise, List<Duration> windows, Cut cut) {
    List<List<Span>> times = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Duration window : windows) {
      Span time = new Span(cut.at().minus(window), cut.at());
      List<Span> held =
          promise.inForce().stream().flatMap(span -> span.intersect(time).stream()).toList();
      places.add(held.isEmpty() ? -1 : times.size());
      if (!held.isEmpty()) {
        times.add(held);
      }
    }
    List<Counted> counted = counting.count(promise, times, cut);
    return places.stream()
        .map(
            place ->
                place < 0
                    ? new Attainment(0, 0)
                    : Attainment.of(
                        counted.get(place).counts().tally(),
                        promise.measuring().effect(),
                        promise.measuring().unknownAs()))
        .toList();
  }

  private static Figure rate(Attainment attainment, BigDecimal share) {
    return BurnRate.of(attainment, share)
        .map(rate -> rate.scale() < 0 ? rate.setScale(0) : rate)
        .map(rate -> Figure.exact(rate, "ratio", attainment.base(), attainment.base(), METHOD))
        .orElseGet(() -> Figure.insufficient("ratio", 0, 0, METHOD, NOTHING));
  }
}
