package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.customerfocus.conventions.servicetime.Holidays;
import org.customerfocus.conventions.servicetime.Hours;
import org.customerfocus.conventions.servicetime.Pause;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  static Stream<JsonNode> calendars() {
    return Vectors.rows("/business_hours");
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void reproducesThePublishedBusinessHours(JsonNode row) {
    ServiceTime time =
        new ServiceTime(
            calendar(row.get("calendar").asText()),
            new HourCount(CountedHours.ELAPSED, ZoneOffset.UTC));
    for (JsonNode within : row.get("within")) {
      assertThat(time.micros(at(within.get(0)), at(within.get(1)), List.of()))
          .isEqualTo(Duration.parse(within.get(2).asText()).toMillis() * 1000);
    }
    for (JsonNode after : row.get("after")) {
      long micros = Duration.parse(after.get(1).asText()).toMillis() * 1000;
      assertThat(time.due(at(after.get(0)), micros, List.of())).isEqualTo(at(after.get(2)));
    }
  }

  private static Instant at(JsonNode text) {
    return OffsetDateTime.parse(text.asText()).toInstant();
  }

  /// Of the form `mon 09-17, sat 11-14:30, UTC`.
  private static ServiceCalendar calendar(String text) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    for (String part : text.split(", ", -1)) {
      String[] words = part.split(" ", -1);
      if (words.length == 1) {
        return new ServiceCalendar(ZoneId.of(part), week, Holidays.NONE, Map.of());
      }
      DayOfWeek day =
          Stream.of(DayOfWeek.values())
              .filter(each -> each.name().toLowerCase(java.util.Locale.ROOT).startsWith(words[0]))
              .findFirst()
              .orElseThrow();
      String[] hours = words[1].split("-", -1);
      week.put(day, List.of(new Hours(time(hours[0]), time(hours[1]))));
    }
    throw new IllegalArgumentException("No zone in " + text);
  }

  private static LocalTime time(String text) {
    return LocalTime.parse(text.contains(":") ? text : text + ":00");
  }

  @Test
  void aNominalDayHas24HoursWhateverTheClocksDo() {
    HourCount nominal = new HourCount(CountedHours.NOMINAL, NEW_YORK);
    HourCount elapsed = new HourCount(CountedHours.ELAPSED, NEW_YORK);
    for (String day : List.of("2026-03-08", "2026-11-01", "2026-06-01")) {
      Instant start = ZonedDateTime.parse(day + "T00:00-05:00[America/New_York]").toInstant();
      Instant midnight = start.atZone(NEW_YORK).toLocalDate().atStartOfDay(NEW_YORK).toInstant();
      Instant next =
          start.atZone(NEW_YORK).toLocalDate().plusDays(1).atStartOfDay(NEW_YORK).toInstant();
      assertThat(nominal.micros(midnight, next)).isEqualTo(Duration.ofHours(24).toMillis() * 1000);
      assertThat(elapsed.micros(midnight, next))
          .isEqualTo(Duration.between(midnight, next).toMillis() * 1000);
    }
  }

  @Property
  void nominalTimeAddsUp(
      @ForAll @IntRange(max = 20_000) int from,
      @ForAll @IntRange(max = 20_000) int first,
      @ForAll @IntRange(max = 20_000) int second,
      @ForAll @IntRange(max = 3) int zone) {
    HourCount nominal =
        new HourCount(
            CountedHours.NOMINAL,
            ZoneId.of(
                List.of("America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")
                    .get(zone)));
    Instant start = Instant.parse("2025-12-01T00:00:00Z").plusSeconds(from * 1800L);
    Instant middle = start.plusSeconds(first * 777L);
    Instant end = middle.plusSeconds(second * 777L);

    assertThat(nominal.micros(start, middle) + nominal.micros(middle, end))
        .isEqualTo(nominal.micros(start, end));
    assertThat(nominal.micros(start, middle)).isNotNegative();
  }

  @Property
  void dueIsTheFirstInstantAtWhichEnoughHasGoneBy(
      @ForAll @IntRange(max = 20_000) int from,
      @ForAll @IntRange(min = 1, max = 500_000) int within,
      @ForAll boolean nominal) {
    ServiceTime time =
        new ServiceTime(
            ServiceCalendar.always(),
            new HourCount(nominal ? CountedHours.NOMINAL : CountedHours.ELAPSED, NEW_YORK));
    Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(from * 1800L);
    List<Pause> pauses = List.of(new Pause(start.plusSeconds(60), start.plusSeconds(4000)));
    long micros = Duration.ofSeconds(within).toMillis() * 1000;

    Instant due = time.due(start, micros, pauses);

    assertThat(time.micros(start, due, pauses)).isGreaterThanOrEqualTo(micros);
    assertThat(time.micros(start, due.minusNanos(1000), pauses)).isLessThan(micros);
  }
}
