package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.Timeslices;
import org.customerfocus.agreement.attainment.WindowKind;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentPeriod;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.performance.PeriodResultRepository.ResultKey;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Puts together what an agreement says and what was counted. A stored result is taken where
/// nothing that it rests on has changed; all else is counted anew, so what is answered is always
/// exact.
@ApplicationScoped
class Attainments {

  static final String COUNTED =
      "Counted from the measurements in the periods of each commitment's window, within the time in"
          + " which its wording held. Everything that a commitment selects is good, bad, excluded or"
          + " unknown; what is open and overdue is bad, what is open and not yet due is not"
          + " counted. asOf answers what was known at an earlier instant.";
  static final String FROM =
      "The first month; twelve months before to unless given, but not before the term begins.";
  static final String TO =
      "The month after the last; the one after the current month unless given.";
  static final String AS_OF =
      "Counts only what was recorded until this instant, and at it; now unless given.";

  private static final int MAX_MONTHS = 60;
  private static final int MAX_PERIODS = 400;
  private static final int DEFAULT_MONTHS = 12;

  private final Promises promises;
  private final Counting counting;
  private final PeriodResultRepository results;

  Attainments(Promises promises, Counting counting, PeriodResultRepository results) {
    this.promises = promises;
    this.counting = counting;
    this.results = results;
  }

  /// Which months are asked for.
  record Months(@Nullable YearMonth from, @Nullable YearMonth to) {}

  /// The attainment of an agreement.
  ///
  /// @param lineage of one promise alone; null for all
  /// @param asked the commitment that is asked for; null for the last wording's
  AgreementAttainmentView of(
      AgreementView agreement,
      @Nullable UUID lineage,
      @Nullable UUID asked,
      Months months,
      Cut cut) {
    Map<UUID, List<Promise>> lineages =
        promises.of(agreement, cut.asOf()).stream()
            .filter(each -> lineage == null || each.commitment().lineageId().equals(lineage))
            .collect(
                Collectors.groupingBy(
                    each -> each.commitment().lineageId(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<AttainmentView> views = new ArrayList<>();
    for (List<Promise> wordings : lineages.values()) {
      views.add(attainment(agreement, wordings, asked, months, cut));
    }
    return new AgreementAttainmentView(
        agreement.id(),
        agreement.version().id(),
        agreement.version().timeZone(),
        cut.at(),
        List.copyOf(views));
  }

  private AttainmentView attainment(
      AgreementView agreement,
      List<Promise> wordings,
      @Nullable UUID asked,
      Months months,
      Cut cut) {
    Promise shown =
        wordings.stream()
            .filter(each -> each.id().equals(asked))
            .findFirst()
            .orElse(wordings.getLast());
    List<AttainmentPeriod> periods = new ArrayList<>();
    List<Counted> counted = new ArrayList<>();
    for (Promise promise : wordings) {
      Span range = range(promise, agreement, months, cut.at());
      List<Part> parts = promise.parts(range.start(), range.end());
      if (parts.size() > MAX_PERIODS) {
        throw ProblemException.parameter(
            "from", "asks for more than %d periods at once".formatted(MAX_PERIODS));
      }
      List<Found> found = find(promise, parts, cut);
      for (int i = 0; i < parts.size(); i++) {
        periods.add(period(promise, parts.get(i), found.get(i), cut.at()));
        counted.add(found.get(i).counted());
      }
    }
    periods.sort(Comparator.comparing(AttainmentPeriod::start));
    return new AttainmentView(
        shown.id(),
        shown.commitment().lineageId(),
        agreement.id(),
        shown.agreementVersionId(),
        shown.commitment().name(),
        shown.commitment().customerTerm(),
        shown.type(),
        shown.metric().unit(),
        shown.window().zone().getId(),
        cut.at(),
        shown.commitment().target(),
        shown.commitment().window(),
        List.copyOf(periods),
        overall(wordings, periods, counted));
  }

  /// The months, from the first instant of the first to that after the last.
  private static Span range(Promise promise, AgreementView agreement, Months months, Instant now) {
    ZoneId zone = promise.window().zone();
    boolean rolling = promise.window().kind() == WindowKind.ROLLING;
    YearMonth end =
        months.to() == null ? YearMonth.from(now.atZone(zone)).plusMonths(1) : months.to();
    YearMonth start = months.from();
    if (start == null) {
      YearMonth first = YearMonth.from(agreement.version().term().start());
      YearMonth recent = end.minusMonths(rolling ? 1 : DEFAULT_MONTHS);
      start = first.isAfter(recent) && first.isBefore(end) ? first : recent;
    } else if (!start.isBefore(end)) {
      throw ProblemException.parameter("to", "must be later than from: it is exclusive");
    }
    if (start.until(end, ChronoUnit.MONTHS) > MAX_MONTHS) {
      throw ProblemException.parameter(
          "from", "asks for more than %d months at once".formatted(MAX_MONTHS));
    }
    return new Span(
        start.atDay(1).atStartOfDay(zone).toInstant(), end.atDay(1).atStartOfDay(zone).toInstant());
  }

  /// What a period came to, and how settled that is.
  record Found(Counted counted, PeriodState state, int revision) {}

  /// What some periods of a promise came to, in their order.
  List<Found> find(Promise promise, List<Part> parts, Cut cut) {
    if (parts.isEmpty()) {
      return List.of();
    }
    Map<ResultKey, Stored> stored = cut.asOf() == null ? stored(promise, parts) : Map.of();
    List<Part> live =
        parts.stream().filter(part -> !holds(promise, part, stored, cut.at())).toList();
    Iterator<Counted> counted =
        counting.count(promise, live.stream().map(Part::spans).toList(), cut).iterator();
    List<Found> found = new ArrayList<>();
    for (Part part : parts) {
      Stored each = stored.get(key(promise, part));
      found.add(
          each == null
              ? new Found(counted.next(), PeriodState.DRAFT, 0)
              : new Found(
                  each.holds(promise, part, cut.at()) ? each.counted() : counted.next(),
                  each.state(),
                  each.revision()));
    }
    return found;
  }

  private static boolean holds(
      Promise promise, Part part, Map<ResultKey, Stored> stored, Instant now) {
    Stored each = stored.get(key(promise, part));
    return each != null && each.holds(promise, part, now);
  }

  private Map<ResultKey, Stored> stored(Promise promise, List<Part> parts) {
    return results.stored(
        Set.of(promise.id()),
        parts.stream().map(Part::start).min(Instant::compareTo).orElseThrow(),
        parts.stream().map(Part::end).max(Instant::compareTo).orElseThrow());
  }

  private static ResultKey key(Promise promise, Part part) {
    return new ResultKey(promise.id(), part.period().key());
  }

  AttainmentPeriod period(Promise promise, Part part, Found found, Instant now) {
    return new AttainmentPeriod(
        part.period().key(),
        promise.id(),
        promise.agreementVersionId(),
        part.start(),
        part.end(),
        !part.end().isAfter(now),
        found.state(),
        found.revision(),
        AttainmentResult.of(
            Judged.of(promise, found.counted()),
            window(promise, part, found.counted().counts().tally(), now)));
  }

  /// How much service time, or how many slices of it, all things together have in a whole period;
  /// null for events. Each was counted until the cut, so that they are as many as what was counted
  /// of all is of what has gone by for one.
  static @Nullable BigDecimal window(Promise promise, Part part, Tally tally, Instant cut) {
    if (!promise.ofTime()) {
      return null;
    }
    BigDecimal whole = BigDecimal.valueOf(service(promise, part.spans()));
    long past = service(promise, Counting.past(part.spans(), cut));
    return past == 0
        ? whole
        : whole.multiply(
            BigDecimal.valueOf(tally.total())
                .divide(BigDecimal.valueOf(past), 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE));
  }

  /// How much service time, or how many slices of it, some time has for one thing.
  private static long service(Promise promise, List<Span> time) {
    List<Span> service =
        time.stream().flatMap(span -> promise.serviceTime().in(span).stream()).toList();
    Timeslices slices = promise.slices();
    if (slices == null) {
      return service.stream()
          .mapToLong(span -> promise.serviceTime().hours().micros(span.start(), span.end()))
          .reduce(0, Math::addExact);
    }
    long count = 0;
    long last = Long.MIN_VALUE;
    for (Span span : service) {
      long first = Math.max(slices.number(span.start()), last + 1);
      long until = slices.number(span.end().minusNanos(1));
      count += Math.max(0, until - first + 1);
      last = Math.max(last, until);
    }
    return count;
  }

  private static @Nullable AttainmentResult overall(
      List<Promise> wordings, List<AttainmentPeriod> periods, List<Counted> counted) {
    long worded = periods.stream().map(AttainmentPeriod::commitmentId).distinct().count();
    Promise promise =
        wordings.stream()
            .filter(each -> periods.isEmpty() || each.id().equals(periods.getLast().commitmentId()))
            .findFirst()
            .orElseThrow();
    if (worded > 1
        || promise.window().kind() == WindowKind.ROLLING
        || promise.type() == MetricType.SURVEY_SCORE) {
      return null;
    }
    Counted sum = counted.stream().reduce(Counted.NOTHING, Counted::plus);
    return AttainmentResult.of(Judged.of(promise, sum), null);
  }
}
