package org.customerfocus.agreement.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.servicetime.Holidays;
import org.customerfocus.conventions.servicetime.Hours;
import org.customerfocus.conventions.servicetime.PublicHolidays;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.customerfocus.conventions.wire.JsonColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a service is there: its weekly hours, and the days that are not like their weekday.
record CalendarHours(List<WeekHours> week, List<HolidaysOf> holidays, List<SingleDay> exceptions) {

  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d|24:00";

  /// How far a recurring exception is followed.
  private static final int YEARS = 30;

  private static final int MOST = 12_000;

  /// Hours of each such weekday.
  @Schema(name = "CalendarWeekHours", description = "Hours of each such weekday.")
  record WeekHours(
      @NotNull Weekday day,
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "08:00") String from,
      @NotNull
          @Pattern(regexp = TIME)
          @Size(max = 5)
          @Schema(description = "Exclusive; 24:00 is the end of the day.", examples = "17:00")
          String to) {}

  /// Hours of one day.
  @Schema(name = "CalendarDayHours", description = "Hours of one day.")
  record SingleHours(
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "09:00") String from,
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "12:00") String to) {

    private boolean overlaps(SingleHours other) {
      return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }
  }

  /// A day that is not like its weekday.
  @Schema(name = "CalendarException", description = "A day with hours of its own, or none.")
  record SingleDay(
      @NotNull LocalDate date,
      @NotNull @Size(max = 10) @Schema(description = "None closes the day.")
          List<@NotNull @Valid SingleHours> hours,
      @Size(min = 5, max = 200)
          @Schema(
              description =
                  "On which days it comes again: a recurrence rule of RFC 5545, followed for thirty"
                      + " years. A day that is named by itself is as it says there.",
              examples = "FREQ=YEARLY")
          @Nullable String recurrence) {}

  /// Whose holidays.
  @Schema(
      name = "CalendarHolidays",
      description = "A country, and a part of it where holidays differ.")
  record HolidaysOf(
      @NotNull
          @Pattern(regexp = "[a-z]{2}")
          @Size(min = 2, max = 2)
          @Schema(description = "ISO 3166-1, in lower case.", examples = "de")
          String country,
      @Pattern(regexp = "[a-z0-9-]{1,10}")
          @Size(max = 10)
          @Schema(
              description = "As in ISO 3166-2 without the country, in lower case.",
              examples = "by")
          @Nullable String region) {

    PublicHolidays publicHolidays() {
      return new PublicHolidays(country, region);
    }
  }

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<CalendarHours> {
    Column() {
      super(new TypeReference<>() {});
    }
  }

  /// What is wrong beyond its single members.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    Map<Weekday, List<SingleHours>> days = new EnumMap<>(Weekday.class);
    for (int i = 0; i < week.size(); i++) {
      WeekHours each = week.get(i);
      check(
          faults,
          "/week/" + i,
          new SingleHours(each.from(), each.to()),
          days.computeIfAbsent(each.day(), day -> new ArrayList<>()));
    }
    Set<Named> named = new HashSet<>();
    for (int i = 0; i < exceptions.size(); i++) {
      SingleDay day = exceptions.get(i);
      if (!named.add(new Named(day.date(), day.recurrence() != null))) {
        faults.add(FieldError.at("/exceptions/%d/date".formatted(i), "has an exception already"));
      }
      check(faults, "/exceptions/" + i, day);
    }
    for (int i = 0; i < holidays.size(); i++) {
      check(faults, "/holidays/" + i, holidays.get(i));
    }
    return faults;
  }

  /// A day by itself or with those on which it comes again, of which one and the other may differ.
  private record Named(LocalDate date, boolean recurs) {}

  private static void check(List<FieldError> faults, String at, SingleDay day) {
    List<SingleHours> earlier = new ArrayList<>();
    for (int j = 0; j < day.hours().size(); j++) {
      check(faults, at + "/hours/" + j, day.hours().get(j), earlier);
    }
    if (day.recurrence() != null) {
      Recurrence.fault(day.recurrence())
          .ifPresent(fault -> faults.add(FieldError.at(at + "/recurrence", fault)));
    }
  }

  private static void check(List<FieldError> faults, String at, HolidaysOf of) {
    if (!PublicHolidays.knows(of.country())) {
      faults.add(
          FieldError.at(
              at + "/country",
              "The holidays of this country are not known: name them as exceptions."));
    } else if (!of.publicHolidays().knowsRegion()) {
      faults.add(
          FieldError.at(at + "/region", "is no part of the country that has holidays of its own"));
    }
  }

  private static void check(
      List<FieldError> faults, String at, SingleHours hours, List<SingleHours> earlier) {
    if (hours.from().compareTo(hours.to()) >= 0) {
      faults.add(FieldError.at(at + "/to", "must be after from"));
    } else if (earlier.stream().anyMatch(hours::overlaps)) {
      faults.add(FieldError.at(at, "overlaps with other hours of the day"));
    }
    earlier.add(hours);
  }

  ServiceCalendar calendar(ZoneId zone) {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    for (WeekHours each : week) {
      days.computeIfAbsent(each.day().day(), day -> new ArrayList<>())
          .add(hours(each.from(), each.to()));
    }
    List<PublicHolidays> closed = holidays.stream().map(HolidaysOf::publicHolidays).toList();
    Holidays any = day -> closed.stream().anyMatch(each -> each.includes(day));
    return new ServiceCalendar(
        zone, days, closed.isEmpty() ? Holidays.NONE : any, singleDays(zone));
  }

  /// What recurs first, so that a day that is named by itself wins.
  private Map<LocalDate, List<Hours>> singleDays(ZoneId zone) {
    Map<LocalDate, List<Hours>> single = new HashMap<>();
    for (SingleDay each : exceptions) {
      if (each.recurrence() != null) {
        LocalDateTime first = each.date().atStartOfDay();
        new Recurrence(Objects.requireNonNull(each.recurrence()), zone)
            .between(first, first, first.plusYears(YEARS), MOST)
            .forEach(time -> single.put(time.toLocalDate(), hours(each)));
      }
    }
    Map<LocalDate, List<Hours>> named = new HashMap<>();
    for (SingleDay each : exceptions) {
      if (each.recurrence() == null) {
        named.computeIfAbsent(each.date(), day -> new ArrayList<>()).addAll(hours(each));
      }
    }
    single.putAll(named);
    return single;
  }

  private static List<Hours> hours(SingleDay day) {
    return day.hours().stream().map(each -> hours(each.from(), each.to())).toList();
  }

  private static Hours hours(String from, String to) {
    return new Hours(
        LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }
}
