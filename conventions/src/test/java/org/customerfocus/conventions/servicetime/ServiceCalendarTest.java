package org.customerfocus.conventions.servicetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServiceCalendarTest {

  /// Days around which clocks change, by an hour, by half of one, at midnight and past it, and a
  /// day that an island left out.
  private static final List<Map.Entry<String, String>> CHANGES =
      List.of(
          Map.entry("Europe/Berlin", "2026-03-29"),
          Map.entry("Europe/Berlin", "2026-10-25"),
          Map.entry("America/New_York", "2026-11-01"),
          Map.entry("America/St_Johns", "2006-10-29"),
          Map.entry("America/Havana", "2026-11-01"),
          Map.entry("Australia/Lord_Howe", "2026-04-05"),
          Map.entry("Australia/Lord_Howe", "2026-10-04"),
          Map.entry("Asia/Beirut", "2026-03-29"),
          Map.entry("Pacific/Apia", "2011-12-30"),
          Map.entry("Africa/Casablanca", "2026-02-15"),
          Map.entry("Asia/Kathmandu", "2026-06-01"),
          Map.entry("UTC", "2026-12-31"));

  @Property
  void everyMinuteCountsThatTheClockOnTheWallSays(
      @ForAll long seed, @ForAll @IntRange(max = 11) int change) {
    Random random = new Random(seed);
    ServiceCalendar calendar = calendar(random, change);
    Instant from = around(random, change, calendar.zone());
    Instant to = from.plus(random.nextInt(4 * 24 * 60), ChronoUnit.MINUTES);
    List<Pause> pauses = pauses(random, from);

    long minutes = 0;
    for (Instant each = from; each.isBefore(to); each = each.plusSeconds(60)) {
      minutes += isServed(calendar, pauses, each) ? 1 : 0;
    }

    assertThat(calendar.elapsed(from, to, pauses)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Property
  void dueIsTheFirstMomentAtWhichEnoughTimeHasGoneBy(
      @ForAll long seed, @ForAll @IntRange(max = 11) int change) {
    Random random = new Random(seed);
    ServiceCalendar calendar = calendar(random, change);
    Instant from = around(random, change, calendar.zone());
    Duration within = Duration.ofSeconds(1 + random.nextInt(3 * 24 * 60 * 60));
    List<Pause> pauses = pauses(random, from);

    Instant due = calendar.due(from, within, pauses);

    if (due != null) {
      assertThat(calendar.elapsed(from, due, pauses)).isEqualTo(within);
      assertThat(calendar.elapsed(from, due.minusNanos(1), pauses)).isLessThan(within);
    } else {
      Instant tenYears = from.plus(3660, ChronoUnit.DAYS);
      assertThat(calendar.elapsed(from, tenYears, pauses)).isLessThan(within);
    }
  }

  @Property
  void timeAddsUp(@ForAll long seed, @ForAll @IntRange(max = 11) int change) {
    Random random = new Random(seed);
    ServiceCalendar calendar = calendar(random, change);
    Instant from = around(random, change, calendar.zone());
    Instant between = from.plusSeconds(random.nextInt(300_000));
    Instant to = between.plusSeconds(random.nextInt(300_000));
    List<Pause> pauses = pauses(random, from);

    assertThat(calendar.elapsed(from, between, pauses).plus(calendar.elapsed(between, to, pauses)))
        .isEqualTo(calendar.elapsed(from, to, pauses));
  }

  @Test
  void whatComesOnFridayEveningIsDueOnMondayAfterTheBreak() {
    ServiceCalendar calendar = office(Holidays.NONE, Map.of());
    assertThat(due(calendar, "2026-11-20T16:30:00Z", 5)).isEqualTo("2026-11-23T13:30:00Z");
    // Exactly at the end of a day, not at the beginning of the next.
    assertThat(due(calendar, "2026-11-23T08:00:00Z", 8)).isEqualTo("2026-11-23T17:00:00Z");
  }

  @Test
  void holidaysAreLeftOutAndExceptionsCount() {
    Holidays germany = new PublicHolidays("de", "by");
    ServiceCalendar calendar =
        office(germany, Map.of(LocalDate.parse("2027-01-02"), List.of(Hours.WHOLE_DAY)));
    // New Year is a Friday, the Saturday is worked; Epiphany is a holiday in Bavaria alone.
    assertThat(due(calendar, "2026-12-31T16:00:00Z", 10)).isEqualTo("2027-01-02T09:00:00Z");
    assertThat(germany.includes(LocalDate.parse("2027-01-06"))).isTrue();
    assertThat(new PublicHolidays("de", "be").includes(LocalDate.parse("2027-01-06"))).isFalse();
    assertThat(new PublicHolidays("de", "atlantis").knowsRegion()).isFalse();
    assertThat(PublicHolidays.knows("de")).isTrue();
    assertThat(PublicHolidays.knows("xx")).isFalse();
  }

  @Test
  void aPauseThatLastsHasNoEnd() {
    ServiceCalendar always = ServiceCalendar.always();
    Instant from = Instant.parse("2026-11-20T10:00:00Z");
    List<Pause> lasting = List.of(new Pause(from.plusSeconds(3600), null));
    assertThat(always.due(from, Duration.ofHours(2), lasting)).isNull();
    assertThat(always.due(from, Duration.ofHours(1), lasting)).isEqualTo("2026-11-20T11:00:00Z");
  }

  private static Instant due(ServiceCalendar calendar, String from, int hours) {
    return calendar.due(Instant.parse(from), Duration.ofHours(hours), List.of());
  }

  /// From eight to five in UTC with a break at noon, Monday to Friday.
  private static ServiceCalendar office(Holidays holidays, Map<LocalDate, List<Hours>> exceptions) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(hours(8 * 60, 12 * 60), hours(13 * 60, 17 * 60)));
      }
    }
    return new ServiceCalendar(ZoneId.of("UTC"), week, holidays, exceptions);
  }

  private static Hours hours(int from, int to) {
    return new Hours(
        LocalTime.ofSecondOfDay(from * 60L),
        to == 24 * 60 ? LocalTime.MIDNIGHT : LocalTime.ofSecondOfDay(to * 60L));
  }

  private static boolean isServed(ServiceCalendar calendar, List<Pause> pauses, Instant at) {
    for (Pause pause : pauses) {
      if (!at.isBefore(pause.start()) && (pause.end() == null || at.isBefore(pause.end()))) {
        return false;
      }
    }
    ZonedDateTime wall = at.atZone(calendar.zone());
    LocalDate day = wall.toLocalDate();
    List<Hours> hours =
        calendar.exceptions().containsKey(day)
            ? calendar.exceptions().get(day)
            : calendar.holidays().includes(day)
                ? List.of()
                : calendar.week().getOrDefault(day.getDayOfWeek(), List.of());
    int minute = wall.toLocalTime().toSecondOfDay() / 60;
    return hours.stream()
        .anyMatch(
            each ->
                each.from().toSecondOfDay() / 60 <= minute
                    && (each.to().equals(LocalTime.MIDNIGHT)
                        || minute < each.to().toSecondOfDay() / 60));
  }

  private static ServiceCalendar calendar(Random random, int change) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, someHours(random));
    }
    LocalDate day = LocalDate.parse(CHANGES.get(change).getValue());
    LocalDate holiday = day.plusDays(random.nextInt(5) - 2);
    Map<LocalDate, List<Hours>> exceptions =
        random.nextBoolean()
            ? Map.of()
            : Map.of(day.plusDays(random.nextInt(5) - 2), someHours(random));
    return new ServiceCalendar(
        ZoneId.of(CHANGES.get(change).getKey()),
        week,
        random.nextBoolean() ? Holidays.NONE : holiday::equals,
        exceptions);
  }

  /// None, or up to three, which may touch or overlap.
  private static List<Hours> someHours(Random random) {
    List<Hours> hours = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = random.nextInt(24 * 60);
      hours.add(hours(from, from + 1 + random.nextInt(24 * 60 - from)));
    }
    return hours;
  }

  private static Instant around(Random random, int change, ZoneId zone) {
    return LocalDate.parse(CHANGES.get(change).getValue())
        .atStartOfDay(zone)
        .toInstant()
        .plus(random.nextInt(4 * 24 * 60) - 2 * 24 * 60, ChronoUnit.MINUTES);
  }

  /// Up to two, which may overlap; the second may last.
  private static List<Pause> pauses(Random random, Instant from) {
    List<Pause> pauses = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      Instant start = from.plus(random.nextInt(3000) - 500, ChronoUnit.MINUTES);
      pauses.add(
          new Pause(
              start,
              random.nextInt(4) == 0
                  ? null
                  : start.plus(random.nextInt(2000), ChronoUnit.MINUTES)));
    }
    return pauses;
  }
}
