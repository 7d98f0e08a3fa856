package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.attainment.Period;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.exclusion.ExclusionChanged;
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

  /// Periods that are counted in one statement.
  private static final int AT_ONCE = 60;

  private static final Duration AHEAD = Duration.ofDays(400);

  private final AgreementRepository agreements;
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
      Promises promises,
      Counting counting,
      HistoryRepository history,
      PeriodResultRepository results,
      Event<PeriodDecided> decided,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.agreements = agreements;
    this.promises = promises;
    this.counting = counting;
    this.history = history;
    this.results = results;
    this.decided = decided;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /// Counts anew what a change of a metric's rows touches: every period of every commitment on it.
  /// Runs in the tenant's transaction, which forgets the marks of the change as well.
  ///
  /// @param earliest the earliest time that changed
  /// @param latest the latest one
  public void recount(UUID metric, Instant earliest, Instant latest) {
    Instant now = clock.instant();
    for (UUID agreement : results.agreementsOn(metric)) {
      // First: whoever has changed its terms meanwhile has what is stored here looked at again.
      results.hold(agreement);
      promises.of(agreements.view(agreement), null).stream()
          .filter(promise -> promise.commitment().metricId().equals(metric))
          .sorted(java.util.Comparator.comparing(Promise::id))
          .forEach(promise -> recount(promise, earliest, latest, now));
    }
  }

  private void recount(Promise promise, Instant earliest, Instant latest, Instant now) {
    Instant from = reach(promise, earliest, latest);
    // A state lasts until the next change, whenever that is.
    Instant to = promise.type() == MetricType.TIME_RATIO ? now : latest.plusNanos(1000);
    List<Part> touched = promise.parts(from, to);
    Instant begun = Promise.later(now, latest).plus(AHEAD);
    List<Part> parts = touched.stream().filter(part -> part.start().isBefore(begun)).toList();
    for (int i = 0; i < parts.size(); i += AT_ONCE) {
      recount(promise, parts.subList(i, Math.min(i + AT_ONCE, parts.size())), now);
    }
  }

  /// A timer that is stopped counts where it was started.
  private Instant reach(Promise promise, Instant earliest, Instant latest) {
    if (promise.type() != MetricType.DURATION) {
      return earliest;
    }
    Instant start = history.earliestStart(promise.commitment().metricId(), earliest, latest);
    return start == null ? earliest : Promise.earlier(start, earliest);
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
      Promise promise, Part part, Judged judged, @Nullable Stored before, Instant now) {
    boolean changed = before == null || !judged.same(before.counted());
    if (before != null && before.state() == PeriodState.FINAL) {
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
    Instant until = changed.until() == null ? now.plus(AHEAD) : changed.until();
    if (until.isAfter(changed.from())) {
      results.mark(metrics, changed.from(), until, caller.get().test(), now);
    }
  }
}
