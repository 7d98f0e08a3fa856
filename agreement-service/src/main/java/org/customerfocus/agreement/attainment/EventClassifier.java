package org.customerfocus.agreement.attainment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Gives each event its one class, under the rules of a commitment and at one data cut.
///
/// The database counts events by the same rules; this is their readable definition, and what those
/// counts are tested against on random histories. No request runs it.
public final class EventClassifier {

  private final PeriodBy periodBy;
  private final ExclusionEffect effect;
  private final List<Span> exclusions;
  private final Instant cut;

  /// @param exclusions the spans whose events are excused or removed
  /// @param cut what is open and was due before it is bad
  public EventClassifier(
      PeriodBy periodBy, ExclusionEffect effect, Collection<Span> exclusions, Instant cut) {
    this.periodBy = periodBy;
    this.effect = effect;
    this.exclusions = Span.union(exclusions);
    this.cut = cut;
  }

  /// The class of an event; absent where it does not count: it lacks the time that would place it
  /// in a period, or it is open and not yet due.
  public Optional<AttainmentClass> classify(Event event) {
    return event.placedAt(periodBy).flatMap(placed -> classify(event, placed));
  }

  private Optional<AttainmentClass> classify(Event event, Instant placed) {
    StateTimeline.State state =
        switch (event.outcome()) {
          case GOOD -> StateTimeline.State.GOOD;
          case BAD -> StateTimeline.State.BAD;
          case UNKNOWN -> StateTimeline.State.UNKNOWN;
          case OPEN -> {
            Instant due = event.dueAt();
            if (due == null || !due.isBefore(cut)) {
              yield null;
            }
            yield StateTimeline.State.BAD;
          }
        };
    return Optional.ofNullable(state)
        .map(s -> StateTimeline.classify(s, StateTimeline.covers(exclusions, placed), effect));
  }

  /// How the events that count and are placed in the period fall into the classes.
  public Tally tally(Span period, Collection<Event> events) {
    Tally tally = Tally.NONE;
    for (Event event : events) {
      if (event.placedAt(periodBy).filter(period::contains).isPresent()) {
        Optional<AttainmentClass> found = classify(event);
        tally = found.isPresent() ? tally.plus(found.get(), 1) : tally;
      }
    }
    return tally;
  }
}
