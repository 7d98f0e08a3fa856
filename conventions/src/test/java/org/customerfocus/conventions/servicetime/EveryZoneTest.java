package org.customerfocus.conventions.servicetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Service time in every zone of the IANA database, held against a clock that is looked at again
/// and again around the changes of its offset: each second with `-Plong`, each minute otherwise,
/// which comes to the same where hours and offsets are whole minutes, as all are since 1973.
class EveryZoneTest {

  private static final boolean LONG = Integer.getInteger("property.tries", 0) > 1000;
  private static final int STEP = LONG ? 1 : 60;
  private static final int CHANGES = LONG ? 1 : 3;
  private static final Instant SINCE = Instant.parse("1973-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
  private static final Duration AROUND = Duration.ofHours(26);

  @TestFactory
  List<DynamicTest> everyZone() {
    long seed = new Random().nextLong();
    List<DynamicTest> tests = new ArrayList<>();
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      tests.add(
          DynamicTest.dynamicTest(
              "%s, seed %d".formatted(id, seed),
              () -> {
                Random random = new Random(seed ^ id.hashCode());
                for (Instant change : changes(ZoneId.of(id), random)) {
                  agrees(calendar(ZoneId.of(id), random), change);
                }
              }));
    }
    assertThat(tests).hasSizeGreaterThan(400);
    return tests;
  }

  /// Some of the instants at which the clocks of the zone change; any instant where they never do.
  private static List<Instant> changes(ZoneId zone, Random random) {
    List<Instant> all = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(SINCE);
    while (next != null && next.getInstant().isBefore(UNTIL)) {
      all.add(next.getInstant());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    if (all.isEmpty()) {
      return List.of(SINCE.plusSeconds(60L * random.nextInt(10_000_000)));
    }
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(CHANGES, all.size()));
  }

  private static void agrees(ServiceCalendar calendar, Instant change) {
    Instant from = change.minus(AROUND);
    Instant to = change.plus(AROUND);
    long seen = 0;
    for (Instant each = from; each.isBefore(to); each = each.plusSeconds(STEP)) {
      seen += isServed(calendar, each) ? STEP : 0;
    }
    assertThat(calendar.elapsed(from, to, List.of()))
        .as("%s around %s", calendar, change)
        .isEqualTo(Duration.ofSeconds(seen));
    if (seen > 0) {
      Instant due = calendar.due(from, Duration.ofSeconds(seen), List.of());
      assertThat(due).isBeforeOrEqualTo(to);
      assertThat(calendar.elapsed(from, due, List.of())).isEqualTo(Duration.ofSeconds(seen));
      assertThat(calendar.elapsed(from, due.minusNanos(1), List.of()))
          .isLessThan(Duration.ofSeconds(seen));
    }
  }

  private static boolean isServed(ServiceCalendar calendar, Instant at) {
    ZonedDateTime shown = at.atZone(calendar.zone());
    int second = shown.toLocalTime().toSecondOfDay();
    return calendar.week().getOrDefault(shown.getDayOfWeek(), List.of()).stream()
        .anyMatch(each -> each.startSecond() <= second && second < each.endSecond());
  }

  /// Two stretches a day, whose ends lie anywhere, also where clocks change.
  private static ServiceCalendar calendar(ZoneId zone, Random random) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    int units = 24 * 60 * 60 / STEP;
    for (DayOfWeek day : DayOfWeek.values()) {
      int[] ends = random.ints(4, 0, units).sorted().distinct().toArray();
      if (ends.length == 4) {
        week.put(day, List.of(hours(ends[0], ends[1]), hours(ends[2], ends[3])));
      }
    }
    return new ServiceCalendar(zone, week, Holidays.NONE, Map.of());
  }

  private static Hours hours(int from, int to) {
    return new Hours(
        LocalTime.ofSecondOfDay((long) from * STEP), LocalTime.ofSecondOfDay((long) to * STEP));
  }
}
