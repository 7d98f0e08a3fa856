package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The states of a service over time, each lasting until the next change.
///
/// The state carries in from before a window; before the first change, and where nothing was ever
/// recorded, it is unknown. Changes may be given in any order. Of several at one instant the worst
/// holds (bad, then unknown, then good), so that the order in which they arrived decides nothing.
///
/// Semantics and test numbers follow Icinga DB's SLA reports, except that the unknown leaves the
/// base. [EventClassifier] shares its classes and exclusions.
public final class StateTimeline {

  /// What the service is doing. Declared from best to worst.
  public enum State {
    GOOD,
    UNKNOWN,
    BAD
  }

  /// The service entered a state.
  public record Change(Instant at, State to) {}

  private static final HourCount ELAPSED = new HourCount(CountedHours.ELAPSED, ZoneOffset.UTC);

  private final TreeMap<Instant, State> states = new TreeMap<>();

  public StateTimeline(Collection<Change> changes) {
    for (Change change : changes) {
      states.merge(change.at(), change.to(), StateTimeline::worse);
    }
  }

  private static State worse(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// The state at an instant.
  public State at(Instant instant) {
    var entry = states.floorEntry(instant);
    return entry == null ? State.UNKNOWN : entry.getValue();
  }

  /// Splits a window into its classes, in microseconds; they sum to the window exactly.
  public Tally tally(Span window, Collection<Span> exclusions, ExclusionEffect effect) {
    return tally(List.of(window), Span.union(exclusions), effect, ELAPSED);
  }

  /// Splits service time into its classes, in microseconds; they sum to it exactly.
  ///
  /// @param service in order and disjoint; what lies outside has no class
  /// @param excluded in order and disjoint
  /// @param hours how long a time is
  public Tally tally(
      List<Span> service, List<Span> excluded, ExclusionEffect effect, HourCount hours) {
    Tally tally = Tally.NONE;
    for (Span window : service) {
      Instant from = window.start();
      for (Instant to : boundaries(window, excluded)) {
        boolean covered = covers(excluded, from);
        tally = tally.plus(classify(at(from), covered, effect), hours.micros(from, to));
        from = to;
      }
    }
    return tally;
  }

  static AttainmentClass classify(State state, boolean covered, ExclusionEffect effect) {
    return switch (state) {
      case UNKNOWN -> AttainmentClass.UNKNOWN;
      case BAD -> covered ? AttainmentClass.EXCLUDED : AttainmentClass.BAD;
      case GOOD ->
          covered && effect == ExclusionEffect.REMOVE
              ? AttainmentClass.EXCLUDED
              : AttainmentClass.GOOD;
    };
  }

  /// Where anything may change inside the window, and its end.
  private NavigableSet<Instant> boundaries(Span window, List<Span> excluded) {
    NavigableSet<Instant> instants =
        new TreeSet<>(states.subMap(window.start(), window.end()).keySet());
    for (Span span : excluded) {
      span.intersect(window)
          .ifPresent(
              shared -> {
                instants.add(shared.start());
                instants.add(shared.end());
              });
    }
    instants.remove(window.start());
    instants.add(window.end());
    return instants;
  }

  /// A binary search for the last span that starts at or before the instant.
  static boolean covers(List<Span> disjoint, Instant instant) {
    @Nullable Span candidate = null;
    int low = 0;
    int high = disjoint.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (disjoint.get(middle).start().isAfter(instant)) {
        high = middle - 1;
      } else {
        candidate = disjoint.get(middle);
        low = middle + 1;
      }
    }
    return candidate != null && candidate.contains(instant);
  }
}
