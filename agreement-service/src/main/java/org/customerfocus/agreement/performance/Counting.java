package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.customerfocus.agreement.attainment.AttainmentClass;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Counts;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.StateTimeline;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.Timer;
import org.customerfocus.agreement.attainment.Timeslices;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.performance.EventCountRepository.Cut;
import org.customerfocus.agreement.unit.TimeUnits;
import org.jspecify.annotations.Nullable;

/// Counts a promise from the raw rows, whatever the type of its metric.
@ApplicationScoped
class Counting {

  private final EventCountRepository events;
  private final HistoryRepository history;
  private final SurveyScores surveys;

  Counting(EventCountRepository events, HistoryRepository history, SurveyScores surveys) {
    this.events = events;
    this.history = history;
    this.surveys = surveys;
  }

  /// What was counted in each of some times, in their order.
  ///
  /// @param times each of spans in order and disjoint
  List<Counted> count(Promise promise, List<List<Span>> times, Cut cut) {
    if (times.isEmpty()) {
      return List.of();
    }
    return switch (promise.type()) {
      case RATIO, THRESHOLD_SHARE, MEAN, SUM, COUNT ->
          events.counts(promise, times, cut).stream().map(Counted::of).toList();
      case PERCENTILE -> percentiles(promise, times, cut);
      case TIME_RATIO -> states(promise, times, cut);
      case DURATION -> durations(promise, times, cut);
      case SURVEY_SCORE -> times.stream().map(time -> score(promise, time, cut)).toList();
    };
  }

  private List<Counted> percentiles(Promise promise, List<List<Span>> times, Cut cut) {
    List<Counts> counts = events.counts(promise, times, cut);
    List<ValueSketch> sketches = events.sketches(promise, times, cut);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      counted.add(new Counted(counts.get(i), sketches.get(i), null));
    }
    return counted;
  }

  /// Only what has gone by has a state. Of several things each counts; nothing known of any is
  /// unknown, once.
  private List<Counted> states(Promise promise, List<List<Span>> times, Cut cut) {
    List<Counted> counted = new ArrayList<>();
    for (List<Span> time : times) {
      List<Span> past = past(time, cut.at());
      counted.add(past.isEmpty() ? Counted.NOTHING : Counted.of(states(promise, cut, past)));
    }
    return counted;
  }

  /// What has gone by of a time.
  static List<Span> past(List<Span> time, Instant cut) {
    return time.stream()
        .filter(span -> span.start().isBefore(cut))
        .map(span -> new Span(span.start(), Promise.earlier(span.end(), cut)))
        .toList();
  }

  private Counts states(Promise promise, Cut cut, List<Span> past) {
    Span hull = new Span(past.getFirst().start(), past.getLast().end());
    List<Span> service =
        past.stream().flatMap(span -> promise.serviceTime().in(span).stream()).toList();
    List<Span> excluded = promise.exclusions().in(hull);
    Tally[] sum = {Tally.NONE};
    boolean[] any = {false};
    history.states(
        promise,
        hull.start(),
        hull.end(),
        cut,
        thing -> {
          any[0] = true;
          sum[0] =
              sum[0].plus(tally(promise, new StateTimeline(thing.happened()), service, excluded));
        });
    return Counts.of(
        any[0] ? sum[0] : tally(promise, new StateTimeline(List.of()), service, excluded));
  }

  private static Tally tally(
      Promise promise, StateTimeline timeline, List<Span> service, List<Span> excluded) {
    Timeslices slices = promise.slices();
    return slices == null
        ? timeline.tally(
            service,
            excluded,
            promise.commitment().exclusionEffect(),
            promise.serviceTime().hours())
        : slices.tally(timeline, service, excluded, promise.serviceTime().hours());
  }

  /// A timer counts where it was started, or where it stopped; one that runs and is over its target
  /// is bad by now, and is placed where it went over where stopping decides.
  private List<Counted> durations(Promise promise, List<List<Span>> times, Cut cut) {
    Instant from = times.stream().map(t -> t.getFirst().start()).min(Instant::compareTo).get();
    Instant to = times.stream().map(t -> t.getLast().end()).max(Instant::compareTo).get();
    boolean byStop = promise.commitment().periodBy() == PeriodBy.COMPLETED;
    Durations durations = new Durations(promise, times, cut.at());
    history.timers(
        promise,
        from,
        to,
        byStop,
        cut,
        thing -> Timer.of(thing.happened()).forEach(durations::add));
    return durations.counted();
  }

  private Counted score(Promise promise, List<Span> time, Cut cut) {
    Instant end = Promise.earlier(time.getLast().end(), cut.at());
    Instant start = time.getFirst().start();
    if (!start.isBefore(end)) {
      return Counted.NOTHING;
    }
    SurveyScore score =
        surveys.score(
            Objects.requireNonNull(promise.commitment().survey()),
            start,
            end,
            promise.window().zone());
    return new Counted(Counts.of(Tally.NONE.plus(AttainmentClass.GOOD, score.n())), null, score);
  }

  /// Timers, sorted into times and classes.
  private static final class Durations {

    private final Promise promise;
    private final List<List<Span>> times;
    private final Instant cut;
    private final Counts[] counts;
    private final ValueSketch[] sketches;
    private final List<Span> excluded;

    /// One of the metric's unit, in microseconds.
    private final long unit;

    Durations(Promise promise, List<List<Span>> times, Instant cut) {
      this.promise = promise;
      this.times = times;
      this.cut = cut;
      this.counts = new Counts[times.size()];
      this.sketches = new ValueSketch[times.size()];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Counts.NOTHING;
        sketches[i] = new ValueSketch();
      }
      Instant from = times.stream().map(t -> t.getFirst().start()).min(Instant::compareTo).get();
      Instant to = times.stream().map(t -> t.getLast().end()).max(Instant::compareTo).get();
      this.excluded = promise.exclusions().in(new Span(from, to));
      this.unit =
          TimeUnits.seconds(promise.metric().unit())
              .orElse(BigDecimal.ONE)
              .movePointRight(6)
              .longValueExact();
    }

    void add(Timer timer) {
      Bound target = promise.measuring().target();
      Instant stop = timer.stop();
      boolean stopped = stop != null && !stop.isAfter(cut);
      long ran = promise.serviceTime().micros(timer, cut);
      BigDecimal value =
          BigDecimal.valueOf(ran)
              .divide(BigDecimal.valueOf(unit), 12, java.math.RoundingMode.HALF_EVEN);
      boolean accepted = accepts(target, ran);
      Instant over = stopped || target.isFloor() ? null : over(timer, target);
      boolean overdue = !stopped && !target.isFloor() && !accepted;
      Instant placed =
          promise.commitment().periodBy() == PeriodBy.COMPLETED
              ? (stopped ? Objects.requireNonNull(stop) : over)
              : timer.start();
      if (placed == null) {
        return;
      }
      for (int i = 0; i < counts.length; i++) {
        if (times.get(i).stream().anyMatch(span -> span.contains(placed))) {
          if (!stopped && !overdue) {
            counts[i] = counts[i].plus(new Counts(Tally.NONE, 1, BigDecimal.ZERO, 0, 0, over));
          } else {
            sketches[i].add(value.doubleValue(), 1);
            counts[i] = counts[i].plus(one(value, ran, accepted, placed));
          }
        }
      }
    }

    /// When a timer that runs goes over its target.
    ///
    /// @return null where it never does
    private @Nullable Instant over(Timer timer, Bound target) {
      BigInteger limit = target.value().multiply(BigDecimal.valueOf(unit)).toBigInteger();
      return limit.bitLength() < Long.SIZE
          ? promise.serviceTime().due(timer.start(), limit.longValue(), timer.pauses())
          : null;
    }

    private boolean accepts(Bound bound, long ran) {
      return bound.accepts(BigDecimal.valueOf(ran), BigDecimal.valueOf(unit));
    }

    private Counts one(BigDecimal value, long ran, boolean accepted, Instant placed) {
      boolean covered = excluded.stream().anyMatch(span -> span.contains(placed));
      boolean remove = promise.commitment().exclusionEffect() == ExclusionEffect.REMOVE;
      AttainmentClass found =
          covered && (remove || !accepted)
              ? AttainmentClass.EXCLUDED
              : accepted ? AttainmentClass.GOOD : AttainmentClass.BAD;
      BigDecimal warning = promise.measuring().warning();
      BigDecimal tolerance = promise.measuring().tolerance();
      Bound target = promise.measuring().target();
      boolean unwarned =
          found == AttainmentClass.GOOD
              && warning != null
              && !accepts(new Bound(target.comparator(), warning), ran);
      boolean tolerated =
          found == AttainmentClass.BAD
              && tolerance != null
              && accepts(target.within(tolerance), ran);
      return new Counts(
          Tally.NONE.plus(found, 1), 0, value, unwarned ? 1 : 0, tolerated ? 1 : 0, null);
    }

    List<Counted> counted() {
      List<Counted> counted = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        counted.add(new Counted(counts[i], sketches[i], null));
      }
      return counted;
    }
  }

  /// Whether results of the type change by themselves as time goes by.
  static boolean changesWithTime(MetricType type) {
    return type == MetricType.TIME_RATIO || type == MetricType.SURVEY_SCORE;
  }
}
