package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.RuleFault;
import org.customerfocus.customer.relationship.CustomerRemoved;
import org.customerfocus.customer.segment.MemberRepository.Moved;
import org.customerfocus.customer.segment.MemberRepository.Range;
import org.customerfocus.customer.segment.StateRepository.Computation;
import org.customerfocus.customer.segment.StateRepository.Dirty;

/// Keeps the members of segments. Each change of a membership, its entry in the log and its event
/// are one transaction under the segment's lock, so that each happens exactly once.
@ApplicationScoped
class SegmentMembers {

  /// How many customers one event names at most.
  private static final int EVENT = 500;

  /// Beyond this many customers all are computed, a range at a time.
  private static final int CONCERNED = 50_000;

  private final SegmentRepository segments;
  private final StateRepository states;
  private final MemberRepository members;
  private final CustomerRules rules;
  private final Journal journal;
  private final InstantSource clock;

  SegmentMembers(
      SegmentRepository segments,
      StateRepository states,
      MemberRepository members,
      CustomerRules rules,
      Journal journal,
      InstantSource clock) {
    this.segments = segments;
    this.states = states;
    this.members = members;
    this.rules = rules;
    this.journal = journal;
    this.clock = clock;
  }

  /// Looks again at customers who have changed, in all segments by rule.
  ///
  /// @return whether there was anything to look at
  boolean refresh() {
    Dirty dirty = states.claim();
    if (dirty.noted() == 0) {
      return false;
    }
    List<Segment> byRule = segments.byRule();
    if (byRule.isEmpty()) {
      return true;
    }
    List<UUID> concerned = states.concerned(dirty, CONCERNED);
    if (concerned.size() > CONCERNED) {
      states.restartAll(clock.instant());
      return true;
    }
    for (Segment segment : concerned.isEmpty() ? List.<Segment>of() : byRule) {
      refresh(segment, concerned);
    }
    return true;
  }

  private void refresh(Segment stale, List<UUID> customers) {
    states.lock(stale.id());
    // The rule may have changed while we waited for the lock, or the segment may be gone.
    Segment segment = segments.reread(stale);
    RuleRequest rule = segment == null ? null : segment.rule();
    if (segment == null || rule == null) {
      return;
    }
    Instant now = clock.instant();
    try {
      Moved moved =
          members.settle(segment.id(), rules.condition(rule, new Moment(now)), customers, now);
      states.moved(segment.id(), moved.entered().size() - (long) moved.left().size(), now);
      tell(segment, moved);
    } catch (RuleFault fault) {
      states.failed(segment.id(), fault.why(), tomorrow(now));
    }
  }

  /// Computes a range of all customers for a segment.
  ///
  /// @return whether there is more to do for it
  boolean compute(UUID id) {
    Instant now = clock.instant();
    Computation computation = states.takeUp(id, now);
    Segment segment = computation == null ? null : segments.find(id);
    RuleRequest rule = segment == null ? null : segment.rule();
    if (computation == null || segment == null || rule == null) {
      return false;
    }
    // All ranges count their relative dates from the same moment.
    Instant started = computation.startedAt() == null ? now : computation.startedAt();
    try {
      Range range = members.range(computation.after());
      Moved moved = members.settle(id, rules.condition(rule, new Moment(started)), range, now);
      tell(segment, moved);
      if (range.last()) {
        states.finished(id, members.count(id), now, tomorrow(started));
      } else {
        states.reached(
            id, range.through(), started, moved.entered().size() - (long) moved.left().size());
      }
      return !range.last();
    } catch (RuleFault fault) {
      states.failed(id, fault.why(), tomorrow(now));
      return false;
    }
  }

  /// With the new day of UTC, relative dates and validities mean other customers.
  private static Instant tomorrow(Instant now) {
    return now.atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /// Puts customers into a list.
  Moved enter(Segment list, Collection<UUID> customers) {
    Instant now = clock.instant();
    return moved(list, members.enter(list.id(), customers, now), now);
  }

  /// Takes customers out of a segment.
  Moved leave(Segment segment, Collection<UUID> customers) {
    Instant now = clock.instant();
    return moved(segment, members.leave(segment.id(), customers, now), now);
  }

  private Moved moved(Segment segment, Moved moved, Instant now) {
    if (!moved.none()) {
      states.moved(segment.id(), moved.entered().size() - (long) moved.left().size(), now);
      tell(segment, moved);
    }
    return moved;
  }

  private void tell(Segment segment, Moved moved) {
    tell(segment, "entered", moved.entered());
    tell(segment, "left", moved.left());
  }

  private void tell(Segment segment, String verb, List<UUID> customers) {
    for (int from = 0; from < customers.size(); from += EVENT) {
      List<UUID> some = customers.subList(from, Math.min(from + EVENT, customers.size()));
      journal.record(
          Change.of("segment", verb, segment).data(Map.of("customerIds", List.copyOf(some))));
    }
  }

  /// Who is about to be a customer no more leaves every segment.
  void leaveAll(@Observes CustomerRemoved removed) {
    List<UUID> customer = List.of(removed.customerId());
    for (UUID id : members.segmentsOf(removed.customerId())) {
      states.lock(id);
      Segment segment = segments.find(id);
      if (segment != null) {
        leave(segment, customer);
      }
    }
  }
}
