package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.HourCount;
import org.customerfocus.agreement.attainment.Measuring;
import org.customerfocus.agreement.attainment.PeriodWindow;
import org.customerfocus.agreement.attainment.ServiceTime;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Timeslices;
import org.customerfocus.agreement.attainment.WindowKind;
import org.customerfocus.agreement.attainment.WindowUnit;
import org.customerfocus.agreement.calendar.CalendarRepository;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementStatus;
import org.customerfocus.agreement.contract.AgreementVersionView;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentBudgeting;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.contract.CommitmentWindow;
import org.customerfocus.agreement.exclusion.ExclusionRepository;
import org.customerfocus.agreement.exclusion.ExclusionRepository.Approved;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.metric.MetricRepository.Measure;
import org.customerfocus.agreement.performance.PeriodResultRepository.Phase;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/// Puts together by what commitments are counted.
@ApplicationScoped
class Promises {

  // No measurement is earlier, and no later instant can be stored.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final AgreementRepository agreements;
  private final MetricRepository metrics;
  private final CalendarRepository calendars;
  private final ExclusionRepository exclusions;
  private final PeriodResultRepository results;

  Promises(
      AgreementRepository agreements,
      MetricRepository metrics,
      CalendarRepository calendars,
      ExclusionRepository exclusions,
      PeriodResultRepository results) {
    this.agreements = agreements;
    this.metrics = metrics;
    this.calendars = calendars;
    this.exclusions = exclusions;
    this.results = results;
  }

  /// The promises of all wordings of an agreement that bind or bound both sides, in the order in
  /// which they took effect; of a draft those that it would make.
  ///
  /// @param asOf by the exclusions that were approved then; null for now
  List<Promise> of(AgreementView agreement, @Nullable Instant asOf) {
    List<AgreementVersionView> agreed = agreements.agreedVersions(agreement.id());
    List<AgreementVersionView> versions = agreed.isEmpty() ? List.of(agreement.version()) : agreed;
    List<Approved> approved = exclusions.approved(agreement.id(), asOf);
    List<Phase> phases = results.phases(agreement.id());
    List<CommitmentView> all =
        versions.stream().flatMap(version -> version.commitments().stream()).toList();
    Map<UUID, Measure> measures =
        all.isEmpty()
            ? Map.of()
            : metrics.measures(
                all.stream().map(CommitmentView::metricId).collect(Collectors.toSet()));
    Map<UUID, CalendarRepository.Service> services = services(all);
    List<Promise> promises = new ArrayList<>();
    for (AgreementVersionView version : versions) {
      List<Span> inForce = inForce(agreement, version, phases);
      for (CommitmentView commitment : version.commitments()) {
        promises.add(
            promise(
                agreement,
                version,
                commitment,
                Objects.requireNonNull(measures.get(commitment.metricId())),
                inForce,
                approved,
                commitment.calendarId() == null ? null : services.get(commitment.calendarId())));
      }
    }
    promises.sort(Comparator.comparing(promise -> start(promise)));
    return promises;
  }

  private static Instant start(Promise promise) {
    return promise.inForce().isEmpty() ? LATEST : promise.inForce().getFirst().start();
  }

  private Map<UUID, CalendarRepository.Service> services(List<CommitmentView> commitments) {
    Set<UUID> ids =
        commitments.stream()
            .map(CommitmentView::calendarId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<UUID, CalendarRepository.Service> services = new HashMap<>();
    ids.forEach(id -> services.put(id, calendars.service(id)));
    return services;
  }

  private static Promise promise(
      AgreementView agreement,
      AgreementVersionView version,
      CommitmentView commitment,
      Measure metric,
      List<Span> inForce,
      List<Approved> approved,
      CalendarRepository.@Nullable Service service) {
    ZoneId zone = ZoneId.of(version.timeZone());
    return new Promise(
        agreement.id(),
        version.id(),
        version.effectiveAt(),
        commitment,
        metric,
        Stream.concat(Stream.of(agreement.customerId()), version.coveredUserIds().stream())
            .toList(),
        inForce,
        new Exclusions(approved.stream().filter(each -> concerns(each, commitment)).toList()),
        window(commitment.window(), zone),
        measuring(commitment, metric),
        new ServiceTime(
            service == null ? ServiceCalendar.always() : service.calendar(),
            new HourCount(commitment.hours(), service == null ? zone : service.calendar().zone())),
        slices(commitment),
        service == null ? 0 : service.version());
  }

  /// An exclusion that was approved under one wording holds for the same promise under a later one.
  private static boolean concerns(Approved exclusion, CommitmentView commitment) {
    return exclusion.concerns(commitment.id()) || exclusion.concerns(commitment.lineageId());
  }

  private static PeriodWindow window(CommitmentWindow window, ZoneId zone) {
    return window.kind() == WindowKind.ROLLING
        ? PeriodWindow.rolling(window.days(), zone)
        : PeriodWindow.calendar(window.unit() == null ? WindowUnit.MONTH : window.unit(), zone);
  }

  private static Measuring measuring(CommitmentView commitment, Measure metric) {
    boolean slices = commitment.budgeting().method() == CommitmentBudgeting.Method.TIMESLICES;
    Measuring.Figure figure =
        switch (metric.type()) {
          case RATIO, TIME_RATIO, THRESHOLD_SHARE -> Measuring.Figure.SHARE;
          case PERCENTILE, DURATION -> Measuring.Figure.QUANTILE;
          case MEAN -> Measuring.Figure.MEAN;
          case SUM -> Measuring.Figure.SUM;
          case COUNT, SURVEY_SCORE -> Measuring.Figure.COUNT;
        };
    return new Measuring(
        figure,
        commitment.target().bound(),
        commitment.percentile(),
        commitment.warning(),
        commitment.tolerance(),
        slices ? ExclusionEffect.REMOVE : commitment.exclusionEffect(),
        commitment.unknownAs(),
        // Microseconds are no events.
        Counting.changesWithTime(metric.type()) && !slices ? 0 : commitment.minimumEvents());
  }

  private static @Nullable Timeslices slices(CommitmentView commitment) {
    CommitmentBudgeting budgeting = commitment.budgeting();
    if (budgeting.method() == CommitmentBudgeting.Method.OCCURRENCES) {
      return null;
    }
    BigDecimal target = Objects.requireNonNull(budgeting.sliceTarget());
    return new Timeslices(
        budgeting.sliceLength(), target, commitment.exclusionEffect(), commitment.unknownAs());
  }

  /// From when its wording takes effect until another takes its place or the agreement ends, less
  /// the time in which it was suspended.
  private static List<Span> inForce(
      AgreementView agreement, AgreementVersionView version, List<Phase> phases) {
    ZoneId zone = ZoneId.of(version.timeZone());
    Instant start = at(version.term().start(), zone);
    if (version.effectiveAt() != null) {
      start = Promise.later(start, version.effectiveFrom());
    }
    LocalDate last = version.term().end();
    Instant end = last == null ? LATEST : at(last, zone);
    end = Promise.earlier(end, version.effectiveTo() == null ? LATEST : version.effectiveTo());
    end =
        Promise.earlier(end, agreement.terminatedAt() == null ? LATEST : agreement.terminatedAt());
    List<Span> spans = new ArrayList<>();
    Instant from = Promise.later(start, EARLIEST);
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i).status() == AgreementStatus.SUSPENDED) {
        Instant until = i + 1 < phases.size() ? phases.get(i + 1).since() : LATEST;
        add(spans, from, Promise.earlier(end, phases.get(i).since()));
        from = Promise.later(from, until);
      }
    }
    add(spans, from, end);
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, Instant from, Instant to) {
    if (from.isBefore(to)) {
      spans.add(new Span(from, to));
    }
  }

  private static Instant at(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
