package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.customer.segment.MemberRepository.Preview;
import org.customerfocus.customer.segment.SegmentRepository.CustomerName;

/// Makes and changes segments.
@ApplicationScoped
class SegmentService {

  private static final int NAMED_USES = 20;

  private final SegmentRepository segments;
  private final StateRepository states;
  private final MemberRepository memberRows;
  private final SegmentMembers members;
  private final UseRepository uses;
  private final CustomerRules rules;
  private final Journal journal;
  private final InstantSource clock;

  SegmentService(
      SegmentRepository segments,
      StateRepository states,
      MemberRepository memberRows,
      SegmentMembers members,
      UseRepository uses,
      CustomerRules rules,
      Journal journal,
      InstantSource clock) {
    this.segments = segments;
    this.states = states;
    this.memberRows = memberRows;
    this.members = members;
    this.uses = uses;
    this.rules = rules;
    this.journal = journal;
    this.clock = clock;
  }

  Segment create(SegmentRequest request) {
    Instant now = clock.instant();
    Segment segment = new Segment(request, now);
    check(request, segment);
    segments.add(segment);
    boolean list = segment.kind() == SegmentKind.LIST;
    states.add(segment.id(), list ? null : now, list ? now : null);
    journal.record(Change.of("segment", "created", segment).detail(request));
    return segment;
  }

  void change(Segment segment, SegmentRequest request) {
    check(request, segment);
    // The worker holds the lock while it reads the rule: it sees all of the change or nothing.
    states.lock(segment.id());
    RuleRequest before = segment.rule();
    if (segment.change(request, clock.instant())) {
      if (!Objects.equals(before, segment.rule())) {
        states.restart(segment.id(), clock.instant());
      }
      journal.record(Change.of("segment", "updated", segment).detail(request));
    }
  }

  private void check(SegmentRequest request, Segment segment) {
    if (request.rule() != null) {
      rules.checked(request.rule(), new Moment(clock.instant()));
    }
    segments
        .named(request.name())
        .filter(other -> !other.id().equals(segment.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  Problems.CONFLICT,
                  "Another segment is called so already: %s.".formatted(other.id()));
            });
  }

  void remove(Segment segment) {
    states.lock(segment.id());
    List<SegmentUseView> users = uses.of(segment.id(), NAMED_USES + 1);
    if (!users.isEmpty()) {
      String more = users.size() > NAMED_USES ? " and others" : "";
      throw new ProblemException(
          Problems.IN_USE,
          "It is still used by: %s%s."
              .formatted(
                  users.stream()
                      .limit(NAMED_USES)
                      .map(SegmentUseView::toString)
                      .collect(Collectors.joining(", ")),
                  more));
    }
    segments.remove(segment);
    journal.record(Change.of("segment", "deleted", segment));
  }

  /// Puts customers into a list.
  SegmentMembersView add(Segment list, List<UUID> customers) {
    requireList(list);
    Set<UUID> distinct = new LinkedHashSet<>(customers);
    Set<UUID> known = Set.copyOf(memberRows.known(distinct));
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < customers.size(); i++) {
      if (!known.contains(customers.get(i))) {
        faults.add(
            FieldError.at(
                "/customerIds/" + i, "there is no customer %s".formatted(customers.get(i))));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Set<UUID> entered = Set.copyOf(put(list, distinct));
    return new SegmentMembersView(
        distinct.stream()
            .map(
                id ->
                    new SegmentMembersView.Item(
                        id, entered.contains(id) ? "entered" : "already-member"))
            .toList());
  }

  /// Puts one customer into a list.
  void add(Segment list, UUID customer) {
    requireList(list);
    if (memberRows.known(List.of(customer)).isEmpty()) {
      throw ProblemException.notFound("customer", customer);
    }
    put(list, List.of(customer));
  }

  private List<UUID> put(Segment list, Collection<UUID> customers) {
    List<UUID> entered = members.enter(list, customers).entered();
    if (!entered.isEmpty()) {
      list.membersChanged(clock.instant());
    }
    return entered;
  }

  /// Takes one customer out of a list.
  void remove(Segment list, UUID customer) {
    requireList(list);
    if (members.leave(list, List.of(customer)).left().isEmpty()) {
      throw ProblemException.notFound("member", customer);
    }
    list.membersChanged(clock.instant());
  }

  private static void requireList(Segment segment) {
    if (segment.kind() != SegmentKind.LIST) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A rule says who is in this segment. Change its rule, or make a segment by list.");
    }
  }

  SegmentPreviewView preview(SegmentPreviewRequest request) {
    Instant now = clock.instant();
    Preview preview =
        memberRows.preview(
            rules.checked(request.rule(), new Moment(now)),
            request.limit() == null ? 20 : request.limit());
    Map<UUID, CustomerName> names = segments.names(preview.first());
    List<SegmentMemberView> first = new ArrayList<>();
    for (UUID id : preview.first()) {
      CustomerName name = names.get(id);
      if (name != null) {
        first.add(new SegmentMemberView(id, name.partyId(), name.name(), null));
      }
    }
    return new SegmentPreviewView(preview.count(), first, now);
  }

  /// The segment, held until the transaction ends, for a change of its members.
  Segment held(UUID id) {
    states.lock(id);
    return segments.get(id);
  }

  SegmentView view(Segment segment) {
    return SegmentView.of(segment, states.get(segment.id(), clock.instant()));
  }

  Map<UUID, SegmentState> states(Collection<UUID> ids) {
    return states.get(ids, clock.instant());
  }
}
