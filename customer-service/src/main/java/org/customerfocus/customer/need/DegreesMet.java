package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// How far needs and requirements are met: takes scores, and says which holds.
@ApplicationScoped
class DegreesMet {

  static final Figure NONE =
      Figure.insufficient(DegreeMet.UNIT, 0, 0, "degree-met/score", "No score has come yet.");

  private final DegreeMetRepository degrees;
  private final RequirementRepository requirements;
  private final ReferenceRepository references;
  private final Journal journal;
  private final InstantSource clock;

  DegreesMet(
      DegreeMetRepository degrees,
      RequirementRepository requirements,
      ReferenceRepository references,
      Journal journal,
      InstantSource clock) {
    this.degrees = degrees;
    this.requirements = requirements;
    this.references = references;
    this.journal = journal;
    this.clock = clock;
  }

  /// What is known of how far something is met.
  ///
  /// @param asOf absent where nothing is known, or where it is derived
  record Known(Figure figure, @Nullable Instant asOf) {

    static final Known NOTHING = new Known(NONE, null);

    static Known of(@Nullable DegreeMet degree) {
      return degree == null ? NOTHING : new Known(degree.figure(), degree.asOf());
    }
  }

  private record Of(@Nullable UUID subject, @Nullable UUID segment) {}

  /// Records a score; one that says what the score that holds says already changes nothing.
  ///
  /// @param raise what to do with the version of the subject when there is something new
  DegreeMetView record(
      Subject subject, DegreeMetRequest request, VersionedEntity root, Runnable raise) {
    List<FieldError> faults = request.faults(clock.instant());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    references.require(List.of(new Reference(Target.SEGMENT, request.segmentId(), "/segmentId")));
    DegreeMet before = degrees.latest(subject, request.segmentId()).orElse(null);
    if (before != null && before.says(request)) {
      return DegreeMetView.of(before);
    }
    DegreeMet degree = new DegreeMet(subject, request, clock.instant());
    degrees.add(degree);
    raise.run();
    DegreeMetView view = DegreeMetView.of(degree);
    journal.record(
        Change.of(subject.needId() == null ? "requirement" : "need", "scored", root)
            .data(request.segmentId() == null ? Map.of() : Map.of("segmentId", request.segmentId()))
            .detail(view));
    return view;
  }

  /// The score of a requirement that holds, of all customers together, by requirement.
  Map<UUID, Known> ofRequirements(Collection<UUID> ids) {
    Map<UUID, Known> known = new HashMap<>();
    for (DegreeMet each : degrees.latestOfRequirements(ids)) {
      if (each.segmentId() == null && each.requirementId() != null) {
        known.put(each.requirementId(), Known.of(each));
      }
    }
    return known;
  }

  /// The scores of a requirement that hold, of each segment.
  List<DegreeMetView> bySegment(UUID requirement) {
    return degrees.latestOfRequirements(List.of(requirement)).stream()
        .filter(each -> each.segmentId() != null)
        .map(DegreeMetView::of)
        .toList();
  }

  /// How far each need is met: its own score, else what its requirements say.
  Map<UUID, Known> ofNeeds(Collection<Need> needs) {
    Map<UUID, Known> known = new HashMap<>();
    Map<Of, DegreeMet> own = new HashMap<>();
    degrees
        .latestOfNeeds(needs.stream().map(Need::id).toList())
        .forEach(each -> own.put(new Of(each.needId(), each.segmentId()), each));
    Set<Need> derived = new HashSet<>();
    for (Need need : needs) {
      // A need of one segment is met as far as it is met there.
      DegreeMet whole = own.get(new Of(need.id(), null));
      DegreeMet part = own.get(new Of(need.id(), need.segmentId()));
      if (whole == null && part == null) {
        derived.add(need);
      } else {
        known.put(need.id(), Known.of(later(whole, part)));
      }
    }
    known.putAll(derive(derived));
    return known;
  }

  private static @Nullable DegreeMet later(@Nullable DegreeMet one, @Nullable DegreeMet other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.asOf().isBefore(other.asOf()) ? other : one;
  }

  private Map<UUID, Known> derive(Collection<Need> needs) {
    Map<UUID, List<UUID>> linked = requirements.ofNeeds(needs.stream().map(Need::id).toList());
    Set<UUID> ids = linked.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Map<UUID, List<RequirementImportance>> importances = requirements.importances(ids);
    Map<Of, DegreeMet> scores = new HashMap<>();
    degrees
        .latestOfRequirements(ids)
        .forEach(each -> scores.put(new Of(each.requirementId(), each.segmentId()), each));
    Map<UUID, Known> known = new HashMap<>();
    for (Need need : needs) {
      List<NeedDegree.Part> parts =
          linked.getOrDefault(need.id(), List.of()).stream()
              .map(
                  id ->
                      new NeedDegree.Part(
                          weight(need.whose(), importances.getOrDefault(id, List.of())),
                          figure(scores.get(new Of(id, need.segmentId())))))
              .toList();
      known.put(need.id(), new Known(NeedDegree.of(parts), null));
    }
    return known;
  }

  private static @Nullable Figure figure(@Nullable DegreeMet degree) {
    return degree == null ? null : degree.figure();
  }

  /// What a requirement matters to those whose need it is; where that is not said, what it matters
  /// on average to those of whom it is said.
  private static @Nullable Double weight(Whose whose, List<RequirementImportance> importances) {
    return importances.stream()
        .filter(each -> each.whose().equals(whose))
        .map(each -> Double.valueOf(each.importance()))
        .findFirst()
        .orElseGet(
            () ->
                importances.isEmpty()
                    ? null
                    : importances.stream()
                        .map(RequirementImportance::importance)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .average()
                        .orElseThrow());
  }
}
