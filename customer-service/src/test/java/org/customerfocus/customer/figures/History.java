package org.customerfocus.customer.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A random history of one customer, and what is plainly true of it.
record History(
    String id,
    Span valid,
    List<Phase> phases,
    List<Role> roles,
    List<Instant> purchases,
    List<Instant> referrals,
    List<SegmentChange> segmentChanges) {

  /// Days from the first to before the last; null is open.
  record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean contains(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
  }

  record Phase(String lifecycle, Span span) {}

  record Role(String type, Span span) {}

  record SegmentChange(String change, Instant at) {}

  static History random(Random random, String id, LocalDate begin, int days) {
    LocalDate born = random.nextInt(4) == 0 ? null : begin.plusDays(random.nextInt(days));
    LocalDate end =
        random.nextInt(5) > 0
            ? null
            : (born == null ? begin : born).plusDays(1 + random.nextInt(days));
    List<Phase> phases = new ArrayList<>();
    LocalDate from = born;
    String lifecycle = random.nextBoolean() ? "potential" : "current";
    while (random.nextInt(3) > 0) {
      LocalDate next = (from == null ? begin : from).plusDays(1 + random.nextInt(days / 3));
      phases.add(new Phase(lifecycle, new Span(from, next)));
      lifecycle = lifecycle.equals("current") ? "former" : "current";
      from = next;
    }
    phases.add(new Phase(lifecycle, new Span(from, null)));
    List<Role> roles = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate since = random.nextInt(3) == 0 ? null : begin.plusDays(random.nextInt(days));
      LocalDate until =
          random.nextBoolean()
              ? null
              : (since == null ? begin : since).plusDays(1 + random.nextInt(days));
      roles.add(new Role(random.nextBoolean() ? "end-user" : "payer", new Span(since, until)));
    }
    return new History(
        id,
        new Span(born, end),
        phases,
        roles,
        instants(random, begin, days, 5),
        instants(random, begin, days, 2),
        segmentChanges(random, begin, days));
  }

  /// In any order, as where two histories were joined: some enter twice, and some leave twice.
  private static List<SegmentChange> segmentChanges(Random random, LocalDate begin, int days) {
    return instants(random, begin, days, 5).stream()
        .map(at -> new SegmentChange(random.nextBoolean() ? "entered" : "left", at))
        .toList();
  }

  private static List<Instant> instants(Random random, LocalDate begin, int days, int most) {
    List<Instant> instants = new ArrayList<>();
    Instant first = Instant.parse(begin + "T00:00:00Z");
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      // On the hour, so that many lie exactly where days begin.
      instants.add(first.plusSeconds(3600L * random.nextInt(24 * days)));
    }
    return instants.stream().distinct().sorted().toList();
  }

  boolean is(String lifecycle, LocalDate day) {
    return valid.contains(day)
        && phases.stream()
            .anyMatch(phase -> phase.lifecycle.equals(lifecycle) && phase.span.contains(day));
  }

  boolean current(LocalDate day) {
    return is("current", day);
  }

  boolean current(String role, LocalDate day) {
    return current(day)
        && roles.stream().anyMatch(each -> each.type.equals(role) && each.span.contains(day));
  }

  boolean currentWithin(LocalDate start, LocalDate end) {
    return start.datesUntil(end).anyMatch(this::current);
  }

  /// The first day as a current customer; null where it is not known or there is none.
  @Nullable LocalDate becameCurrent(LocalDate begin, LocalDate end) {
    return current(begin.minusDays(1))
        ? null
        : begin.datesUntil(end).filter(this::current).findFirst().orElse(null);
  }

  static long within(List<Instant> instants, Instant begin, Instant end) {
    return instants.stream().filter(each -> !each.isBefore(begin) && each.isBefore(end)).count();
  }

  boolean inSegment(Instant at) {
    return segmentChanges.stream()
        .filter(each -> each.at.isBefore(at))
        .max(Comparator.comparing(SegmentChange::at))
        .map(each -> each.change.equals("entered"))
        .orElse(false);
  }
}
