package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.attainment.Period;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.exclusion.ExclusionChanged;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.metric.MetricRepository.Measure;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.performance.PeriodResultRepository.ResultKey;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.jspecify.annotations.Nullable;

/// Counts periods anew from the raw rows, and stores what they came to.
@ApplicationScoped
public class PeriodRecounter {

  /// Periods that are counted in one transaction.
  private static final int AT_ONCE = 60;

  // Nothing is kept of periods that begin later.
  private static final Duration AHEAD = Duration.ofDays(400);

  private final AgreementRepository agreements;
  private final MetricRepository metrics;
  private final Promises promises;
  private final Counting counting;
  private final HistoryRepository history;
  private final PeriodResultRepository results;
  private final Event<PeriodDecided> decided;
  private final Journal journal;
  private final CurrentCaller caller;
  private final InstantSource clock;

  PeriodRecounter(
      AgreementRepository agreements,
      MetricRepository metrics,
      Promises promises,
      Counting counting,
      HistoryRepository history,
      PeriodResultRepository results,
      Event<PeriodDecided> decided,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.agreements = agreements;
    this.metrics = metrics;
    this.promises = promises;
    this.counting = counting;
    this.history = history;
    this.results = results;
    this.decided = decided;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /// The time whose periods may differ where something of a metric changes in a time. A state lasts
  /// until the next change, whenever that is. What happens to a timer may move where it counts, and
  /// where all others of its thing do, from its start until now.
  ///
  /// @param earliest the earliest time that changed
  /// @param latest the latest one
  /// @return empty where there is none: nothing is kept of what lies far ahead
  public Optional<Span> reach(UUID metric, Instant earliest, Instant latest) {
    Measure measure = metrics.measures(Set.of(metric)).get(metric);
    if (measure == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant from = earliest;
    Instant to = Promise.earlier(latest.plusNanos(1000), now.plus(AHEAD));
    if (measure.type() == MetricType.DURATION) {
      Instant start = history.earliestStart(metric, earliest, latest);
      from = start == null ? earliest : Promise.earlier(start, earliest);
    }
    if (measure.type() == MetricType.DURATION || measure.type() == MetricType.TIME_RATIO) {
      to = now;
    }
    return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  /// Counts the periods of a commitment anew that a time touches, the first of them. Runs in the
  /// tenant's transaction, which forgets the marks of the change as well.
  ///
  /// @return in which period to go on; empty where all are counted
  public Optional<Instant> recount(UUID commitment, Instant from, Instant to) {
    Instant now = clock.instant();
    UUID agreement = results.agreementOf(commitment);
    // First: whoever has changed its terms meanwhile has what is stored here looked at again.
    results.hold(agreement);
    Promise promise =
        promises.of(agreements.view(agreement), null).stream()
            .filter(each -> each.id().equals(commitment))
            .findFirst()
            .orElseThrow();
    List<Part> parts = promise.parts(from, to, AT_ONCE + 1);
    recount(promise, parts.stream().limit(AT_ONCE).toList(), now);
    return parts.stream()
        .skip(AT_ONCE)
        .map(part -> part.period().span().end().minusNanos(1000))
        .findFirst();
  }

  /// Counts some periods of a promise anew.
  void recount(Promise promise, List<Part> parts, Instant now) {
    if (parts.isEmpty() || !promise.agreed()) {
      return;
    }
    results.hold(promise.agreementId());
    Map<ResultKey, Stored> stored = stored(promise, parts);
    List<Counted> counted =
        counting.count(promise, parts.stream().map(Part::spans).toList(), Cut.now(now));
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      settle(
          promise,
          part,
          Judged.of(promise, counted.get(i)),
          stored.get(new ResultKey(promise.id(), part.period().key())),
          now);
    }
  }

  private Map<ResultKey, Stored> stored(Promise promise, List<Part> parts) {
    Instant from = parts.stream().map(Part::start).min(Instant::compareTo).orElseThrow();
    Instant to = parts.stream().map(Part::end).max(Instant::compareTo).orElseThrow();
    return results.stored(Set.of(promise.id()), from, to);
  }

  private void settle(
      Promise promise, Part part, Judged found, @Nullable Stored before, Instant now) {
    boolean kept = before != null && before.state() == PeriodState.FINAL;
    Judged judged =
        before != null && kept && !found.mayFollow(before.counted())
            ? Judged.of(promise, before.counted())
            : found;
    boolean changed = before == null || !judged.same(before.counted());
    if (before != null && kept) {
      int revision = before.revision() + (changed ? 1 : 0);
      store(promise, part, judged, PeriodState.FINAL, revision, now);
      if (changed) {
        results.revise(promise, part, judged.counted(), revision, now);
        tell(promise, part, judged, PeriodState.FINAL, revision, "revised", now);
      }
      return;
    }
    store(promise, part, judged, PeriodState.DRAFT, 0, now);
    boolean over = !part.end().isAfter(now);
    boolean news = before == null || changed || before.computedAt().isBefore(part.end());
    if (over && news) {
      fire(promise, part, judged, PeriodState.DRAFT, 0, now);
    }
  }

  /// Counts a period whose grace time is over for the last time as a draft, and keeps it.
  void finish(Promise promise, Part part, Instant now) {
    results.hold(promise.agreementId());
    Stored before =
        stored(promise, List.of(part)).get(new ResultKey(promise.id(), part.period().key()));
    if (before != null && before.state() == PeriodState.FINAL) {
      return;
    }
    Judged judged =
        Judged.of(promise, counting.count(promise, List.of(part.spans()), Cut.now(now)).getFirst());
    store(promise, part, judged, PeriodState.FINAL, 1, now);
    results.revise(promise, part, judged.counted(), 1, now);
    tell(promise, part, judged, PeriodState.FINAL, 1, "finalized", now);
  }

  /// Nothing of a period is promised any more: it comes to nothing, and so does all that followed
  /// from what it came to.
  void withdraw(Promise promise, Period period, Instant now) {
    results.hold(promise.agreementId());
    Stored before = results.stored(promise.id(), period.key()).orElseThrow();
    Part whole = new Part(period, List.of(period.span()));
    Judged nothing = Judged.nothing(promise);
    if (before.state() == PeriodState.DRAFT) {
      results.remove(promise.id(), period.key());
      fire(promise, whole, nothing, PeriodState.DRAFT, 0, now);
      return;
    }
    Judged was = Judged.of(promise, before.counted());
    boolean changed = was.status() != nothing.status() || !nothing.same(before.counted());
    int revision = before.revision() + (changed ? 1 : 0);
    store(promise, whole, nothing, PeriodState.FINAL, revision, now);
    if (changed) {
      results.revise(promise, whole, nothing.counted(), revision, now);
      tell(promise, whole, nothing, PeriodState.FINAL, revision, "revised", now);
    }
  }

  private void store(
      Promise promise, Part part, Judged judged, PeriodState state, int revision, Instant now) {
    results.store(promise, part, judged.counted(), judged.status().wire(), state, revision, now);
  }

  private void tell(
      Promise promise,
      Part part,
      Judged judged,
      PeriodState state,
      int revision,
      String verb,
      Instant now) {
    fire(promise, part, judged, state, revision, now);
    journal.record(
        Change.of("attainment", verb, promise.id())
            .data(
                Map.of(
                    "agreementId", promise.agreementId(),
                    "commitmentId", promise.id(),
                    "period", part.period().key(),
                    "revision", revision,
                    "status", judged.status().wire())));
  }

  private void fire(
      Promise promise, Part part, Judged judged, PeriodState state, int revision, Instant now) {
    decided.fire(
        new PeriodDecided(
            promise.agreementId(),
            promise.agreementVersionId(),
            promise.id(),
            promise.commitment().lineageId(),
            part.period().key(),
            part.start(),
            part.end(),
            state,
            revision,
            judged.status(),
            judged.judgement().numerator(),
            judged.judgement().denominator(),
            judged.counted().counts().tally(),
            now));
  }

  /// What an exclusion covers is counted anew with what rows have marked.
  void onExclusion(@Observes ExclusionChanged changed) {
    Instant now = clock.instant();
    Set<UUID> metrics =
        promises.of(agreements.view(changed.agreementId()), null).stream()
            .filter(Promise::agreed)
            .filter(
                promise ->
                    changed.commitmentIds().isEmpty()
                        || changed.commitmentIds().contains(promise.id())
                        || changed.commitmentIds().contains(promise.commitment().lineageId()))
            .map(promise -> promise.commitment().metricId())
            .collect(Collectors.toSet());
    Instant ahead = now.plus(AHEAD);
    Instant until = changed.until() == null ? ahead : Promise.earlier(changed.until(), ahead);
    if (until.isAfter(changed.from())) {
      results.mark(metrics, changed.from(), until, caller.get().test(), now);
    }
  }
}
