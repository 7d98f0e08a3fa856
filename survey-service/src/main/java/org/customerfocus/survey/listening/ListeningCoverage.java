package org.customerfocus.survey.listening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.survey.listening.CoverageRepository.Heard;
import org.customerfocus.survey.listening.Customers.Known;
import org.customerfocus.survey.listening.Customers.Population;
import org.customerfocus.survey.listening.Customers.Segment;
import org.customerfocus.survey.listening.ListeningCoverageView.RoleCoverage;
import org.customerfocus.survey.listening.ListeningCoverageView.SegmentCoverage;
import org.customerfocus.survey.listening.ListeningCoverageView.Warning;
import org.customerfocus.survey.listening.ListeningCoverageView.WarningKind;
import org.jspecify.annotations.Nullable;

/// Tells who of the customers was heard. What they are is asked of customer-service for a thousand
/// at a time, so that of everybody who was heard nothing but counts is held.
@ApplicationScoped
class ListeningCoverage {

  static final String END_USER = "end-user";
  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_ONCE = 5_000;

  private final CoverageRepository repository;
  private final Customers customers;
  private final Methods methods;
  private final InstantSource clock;

  ListeningCoverage(
      CoverageRepository repository, Customers customers, Methods methods, InstantSource clock) {
    this.repository = repository;
    this.customers = customers;
    this.methods = methods;
    this.clock = clock;
  }

  /// What is counted, by role and by segment.
  private record Ears(Map<String, Ear> roles, Map<UUID, Ear> segments) {

    Ear role(String role) {
      return roles.computeIfAbsent(role, key -> new Ear());
    }

    Ear segment(UUID segment) {
      return segments.computeIfAbsent(segment, key -> new Ear());
    }
  }

  ListeningCoverageView of(Caller caller, LocalDate from, LocalDate to) {
    Instant start = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = to.atStartOfDay(ZoneOffset.UTC).toInstant();
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    Population population = customers.population(caller, today).orElse(null);
    Ears ears = new Ears(new TreeMap<>(), new TreeMap<>());
    if (population != null) {
      population.roles().keySet().forEach(ears::role);
      population.segments().keySet().forEach(ears::segment);
    }
    boolean known = population != null && hear(caller, start, end, ears);
    for (CoverageRepository.Visited visited : repository.visited(start, end)) {
      Ear ear =
          visited.role() != null
              ? ears.role(visited.role())
              : ears.segment(java.util.Objects.requireNonNull(visited.segmentId()));
      ear.visited(visited.visits(), visited.lastAt());
    }
    return new ListeningCoverageView(
        from,
        to,
        known,
        known && population != null ? roles(ears, population) : List.of(),
        known && population != null ? segments(ears, population) : List.of(),
        repository.unattributed(start, end),
        known && population != null ? warnings(ears, population) : List.of());
  }

  /// @return whether customer-service told what they are
  private boolean hear(Caller caller, Instant start, Instant end, Ears ears) {
    MethodFinder finder = new MethodFinder(methods.all());
    UUID after = FIRST;
    while (true) {
      Map<UUID, List<Heard>> some =
          repository.heard(start, end, after, AT_ONCE).stream()
              .collect(
                  Collectors.groupingBy(
                      Heard::customerId, LinkedHashMap::new, Collectors.toList()));
      Map<UUID, Known> known = customers.find(caller, some.keySet()).orElse(null);
      if (known == null) {
        return false;
      }
      for (Map.Entry<UUID, List<Heard>> each : some.entrySet()) {
        Known customer = known.get(each.getKey());
        if (customer != null && customer.isCurrent()) {
          hear(customer, each.getValue(), finder, ears);
        }
        after = each.getKey();
      }
      if (some.size() < AT_ONCE) {
        return true;
      }
    }
  }

  private static void hear(Known customer, List<Heard> all, MethodFinder finder, Ears ears) {
    List<Ear.Way> ways = new ArrayList<>();
    for (Heard heard : all) {
      ListeningMethodView method = finder.find(heard);
      if (method != null) {
        boolean direct = method.direct() && !customer.isSpokenForBy(heard.partyId());
        ways.add(new Ear.Way(method.code(), direct, heard));
      }
    }
    if (!ways.isEmpty()) {
      boolean endUser = customer.roles().contains(END_USER);
      customer.roles().forEach(role -> ears.role(role).hear(endUser, ways));
      customer.segmentIds().forEach(segment -> ears.segment(segment).hear(endUser, ways));
    }
  }

  private static List<RoleCoverage> roles(Ears ears, Population population) {
    return ears.roles().entrySet().stream()
        .map(
            each ->
                new RoleCoverage(
                    each.getKey(),
                    each.getValue().coverage(population.roles().getOrDefault(each.getKey(), 0L))))
        .sorted(
            Comparator.comparing((RoleCoverage each) -> !each.role().equals(END_USER))
                .thenComparing(RoleCoverage::role))
        .toList();
  }

  private static List<SegmentCoverage> segments(Ears ears, Population population) {
    return ears.segments().entrySet().stream()
        .map(
            each -> {
              Segment segment = population.segments().get(each.getKey());
              return new SegmentCoverage(
                  each.getKey(),
                  segment == null ? null : segment.name(),
                  each.getValue().coverage(segment == null ? 0L : segment.count()));
            })
        .toList();
  }

  private static List<Warning> warnings(Ears ears, Population population) {
    List<Warning> warnings = new ArrayList<>();
    long there = population.roles().getOrDefault(END_USER, 0L);
    Ear users = ears.role(END_USER);
    if (users.endUsersOnlyThroughOthers()) {
      warnings.add(
          warning(
              WarningKind.END_USERS_ONLY_THROUGH_OTHERS,
              null,
              "End users are heard only through others. Ask them, or go and see."));
    } else if (there > 0 && users.heardNobody()) {
      warnings.add(
          warning(
              WarningKind.END_USERS_NOT_HEARD,
              null,
              "None of the %d end users was heard in this time.".formatted(there)));
    }
    if (there > 0 && users.neverVisited()) {
      warnings.add(
          warning(
              WarningKind.END_USERS_NEVER_VISITED,
              null,
              "Nobody of our own people has gone to see an end user yet."));
    }
    ears.segments()
        .forEach(
            (segment, ear) -> {
              if (ear.endUsersOnlyThroughOthers()) {
                warnings.add(
                    warning(
                        WarningKind.END_USERS_ONLY_THROUGH_OTHERS,
                        segment,
                        "The end users of this segment are heard only through others."));
              }
            });
    return warnings;
  }

  private static Warning warning(WarningKind kind, @Nullable UUID segment, String detail) {
    return new Warning(kind, segment, detail);
  }
}
