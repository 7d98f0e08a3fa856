package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.Forecast;
import org.customerfocus.agreement.attainment.Forecast.Expected;
import org.customerfocus.agreement.attainment.Period;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.performance.Attainments.Found;
import org.customerfocus.agreement.performance.CountedRowView.CountedClass;
import org.customerfocus.agreement.performance.EventCountRepository.After;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.performance.EventCountRepository.Row;
import org.customerfocus.agreement.performance.PeriodResultRepository.Revision;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.page.Cursors;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What is told about single periods.
@ApplicationScoped
class Periods {

  private final AgreementRepository agreements;
  private final Promises promises;
  private final Attainments attainments;
  private final EventCountRepository events;
  private final PeriodResultRepository results;
  private final Cursors cursors;
  private final CurrentCaller caller;

  Periods(
      AgreementRepository agreements,
      Promises promises,
      Attainments attainments,
      EventCountRepository events,
      PeriodResultRepository results,
      Cursors cursors,
      CurrentCaller caller) {
    this.agreements = agreements;
    this.promises = promises;
    this.attainments = attainments;
    this.events = events;
    this.results = results;
    this.cursors = cursors;
    this.caller = caller;
  }

  /// A period of a promise.
  record Of(Promise promise, Part part) {}

  /// @throws ProblemException 404 where there is no such commitment, or it did not hold then
  Of find(UUID commitment, String key, @Nullable Instant asOf) {
    Promise promise = promise(commitment, asOf);
    Part part =
        promise
            .window()
            .named(key)
            .flatMap(promise::in)
            .orElseThrow(() -> noPeriod(key, commitment));
    return new Of(promise, part);
  }

  Promise promise(UUID commitment, @Nullable Instant asOf) {
    AgreementView agreement = agreements.viewOfCommitment(commitment);
    return promises.of(agreement, asOf).stream()
        .filter(each -> each.id().equals(commitment))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("commitment", commitment));
  }

  PeriodView view(UUID commitment, String key, Cut cut) {
    Of of = find(commitment, key, cut.asOf());
    Promise promise = of.promise();
    Found found = attainments.find(promise, List.of(of.part()), cut).getFirst();
    Instant agreed = Objects.requireNonNullElse(promise.agreedAt(), Instant.EPOCH);
    return new PeriodView(
        promise.agreementId(),
        promise.commitment().lineageId(),
        promise.commitment().name(),
        promise.commitment().customerTerm(),
        cut.at(),
        promise.commitment().target(),
        promise.finalAt(of.part().period(), agreed),
        attainments.period(promise, of.part(), found, cut.at()),
        forecast(promise, of.part(), found.counted(), cut.at()));
  }

  /// What the period comes to if it goes on as it began. Only shares and counts of events have an
  /// interval: states that last, and values of unknown spread, give none that would be honest.
  static @Nullable Figure forecast(Promise promise, Part part, Counted counted, Instant now) {
    double elapsed = elapsed(part, now);
    if (elapsed <= 0 || elapsed >= 1) {
      return null;
    }
    Judged judged = Judged.of(promise, counted);
    Attainment attainment =
        Attainment.of(
            counted.counts().tally(),
            promise.measuring().effect(),
            promise.measuring().unknownAs());
    return switch (promise.measuring().figure()) {
      case SHARE, QUANTILE ->
          promise.ofTime() && promise.slices() == null
              ? asSoFar(judged, "ratio", "forecast/as-so-far")
              : figure(
                  Forecast.share(attainment, elapsed),
                  "ratio",
                  attainment.base(),
                  "forecast/constant-rate-beta-binomial");
      case COUNT ->
          promise.type() == org.customerfocus.agreement.metric.MetricType.SURVEY_SCORE
              ? null
              : figure(
                  Forecast.count(attainment.part(), elapsed),
                  "count",
                  attainment.base(),
                  "forecast/constant-rate-gamma-poisson");
      case MEAN -> asSoFar(judged, unit(promise), "forecast/as-so-far");
      case SUM ->
          Figure.of(
              Forecast.sum(counted.counts().sum(), elapsed),
              unit(promise),
              counted.counts().tally().good(),
              counted.counts().tally().total(),
              "forecast/constant-rate",
              null);
    };
  }

  private static Figure figure(Optional<Expected> expected, String unit, long n, String method) {
    return expected
        .map(
            each ->
                Figure.of(
                    each.value(),
                    unit,
                    n,
                    n,
                    method,
                    new Figure.Interval(0.95, each.lower(), each.upper())))
        .orElseGet(
            () -> Figure.insufficient(unit, n, n, method, "Nothing of this period counts yet."));
  }

  private static Figure asSoFar(Judged judged, String unit, String method) {
    BigDecimal denominator = judged.judgement().denominator();
    long total = judged.counted().counts().tally().total();
    return denominator.signum() == 0
        ? Figure.insufficient(unit, 0, total, method, "Nothing of this period counts yet.")
        : Figure.of(
            judged.judgement().numerator().doubleValue() / denominator.doubleValue(),
            unit,
            total,
            total,
            method,
            null);
  }

  private static String unit(Promise promise) {
    return Objects.requireNonNullElse(promise.metric().unit(), "count");
  }

  private static double elapsed(Part part, Instant now) {
    double whole = Duration.between(part.start(), part.end()).toMillis();
    return Duration.between(part.start(), now).toMillis() / whole;
  }

  /// Also of a period in which the wording does not hold any more, since its terms have changed:
  /// its last result is then nothing.
  ///
  /// @throws ProblemException 404 where there is no such commitment, or it never held then
  RevisionsView revisions(UUID commitment, String key) {
    Promise promise = promise(commitment, null);
    Period period = promise.window().named(key).orElseThrow(() -> noPeriod(key, commitment));
    List<Revision> revisions = results.revisions(commitment, period.key());
    Optional<Part> part = promise.in(period);
    if (part.isEmpty() && revisions.isEmpty()) {
      throw noPeriod(key, commitment);
    }
    Part shown = part.orElseGet(() -> new Part(period, List.of(period.span())));
    int withdrawn =
        part.isPresent()
            ? 0
            : results
                .stored(commitment, period.key())
                .filter(each -> each.basis().equals(promise.basis(period)))
                .map(Stored::revision)
                .orElse(0);
    List<RevisionsView.Revision> views = new ArrayList<>();
    @Nullable AttainmentResult before = null;
    for (Revision revision : revisions) {
      Judged judged =
          revision.revision() == withdrawn
              ? Judged.nothing(promise)
              : Judged.of(promise, revision.counted());
      AttainmentResult result =
          AttainmentResult.of(
              judged,
              Attainments.window(
                  promise, shown, judged.counted().counts().tally(), revision.computedAt()));
      views.add(
          new RevisionsView.Revision(
              revision.revision(),
              revision.computedAt(),
              result,
              before == null ? null : RevisionsView.Difference.between(before, result)));
      before = result;
    }
    return new RevisionsView(commitment, period.key(), List.copyOf(views));
  }

  private static ProblemException noPeriod(String key, UUID commitment) {
    return ProblemException.notFound("period %s of commitment".formatted(key), commitment);
  }

  /// @throws ProblemException 422 where the metric has no measurements
  Page<CountedRowView> rows(
      UUID commitment,
      String key,
      @Nullable CountedClass countedAs,
      int limit,
      @Nullable String cursor,
      Instant now) {
    Of of = find(commitment, key, null);
    switch (of.promise().type()) {
      case TIME_RATIO, DURATION, SURVEY_SCORE ->
          throw ProblemException.invalid(
              "/period", "has no measurements: the metric is fed by states, timers or surveys");
      case RATIO, THRESHOLD_SHARE, PERCENTILE, MEAN, SUM, COUNT -> {}
    }
    List<String> classes =
        countedAs == null
            ? Arrays.stream(CountedClass.values()).map(CountedClass::name).toList()
            : List.of(countedAs.name());
    String list = "counted|%s|%s|%s|%s".formatted(caller.get().tenant(), commitment, key, classes);
    @Nullable After after = null;
    if (cursor != null) {
      Cursors.Place place = cursors.read(cursor, list);
      after = new After(Instant.parse(place.value()), place.id());
    }
    List<Row> rows =
        events.rows(of.promise(), of.part().spans(), Cut.now(now), classes, after, limit + 1);
    boolean more = rows.size() > limit;
    List<Row> some = more ? rows.subList(0, limit) : rows;
    Row last = more ? some.getLast() : null;
    return new Page<>(
        some.stream().map(CountedRowView::of).toList(),
        last == null
            ? null
            : cursors.write(new Cursors.Place(last.placedAt().toString(), last.id()), list),
        null);
  }
}
