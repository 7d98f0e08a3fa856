package org.customerfocus.survey.accesschannel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.servicetime.Holidays;
import org.customerfocus.conventions.servicetime.Hours;
import org.customerfocus.conventions.servicetime.PublicHolidays;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When somebody is there, as a client says it.
@Schema(
    description =
        "When somebody is there. Standards count in this time alone: what comes on Friday evening"
            + " waits for Monday morning.")
record ServiceHours(
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "The IANA time zone whose clocks count.", examples = "Europe/Berlin")
        String zone,
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "The hours of the week; a break lies between two entries of a day.")
        List<@NotNull @Valid WeeklyHours> week,
    @Valid @Schema(description = "Whose public holidays are days without hours; none otherwise.")
        @Nullable HolidayRegion holidays,
    @Size(max = 400)
        @Schema(description = "Days that are not like their weekday, holidays included.")
        @Nullable List<@NotNull @Valid ExceptionalDay> exceptions) {

  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d|24:00";

  /// Hours of each such weekday.
  @Schema(description = "Hours of each such weekday.")
  record WeeklyHours(
      @NotNull Weekday day,
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "08:00") String from,
      @NotNull
          @Pattern(regexp = TIME)
          @Size(max = 5)
          @Schema(description = "Exclusive; 24:00 is the end of the day.", examples = "17:00")
          String to) {}

  /// Hours of one day.
  @Schema(description = "Hours of one day.")
  record DayHours(
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "09:00") String from,
      @NotNull @Pattern(regexp = TIME) @Size(max = 5) @Schema(examples = "12:00") String to) {}

  /// A day that is not like its weekday.
  @Schema(description = "A day with hours of its own, or none.")
  record ExceptionalDay(
      @NotNull LocalDate date,
      @NotNull @Size(max = 10) @Schema(description = "None closes the day.")
          List<@NotNull @Valid DayHours> hours) {}

  /// Whose holidays.
  @Schema(description = "A country, and a part of it where holidays differ.")
  record HolidayRegion(
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
          @Nullable String region) {}

  /// What is wrong with it beyond its single members.
  List<FieldError> faults(String pointer) {
    List<FieldError> faults = new ArrayList<>();
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      faults.add(FieldError.at(pointer + "/zone", "is no IANA time zone such as Europe/Berlin"));
    }
    for (int i = 0; i < week.size(); i++) {
      check(faults, pointer + "/week/" + i, week.get(i).from(), week.get(i).to());
    }
    for (int i = 0; i < exceptionList().size(); i++) {
      List<DayHours> hours = exceptionList().get(i).hours();
      for (int j = 0; j < hours.size(); j++) {
        check(
            faults,
            "%s/exceptions/%d/hours/%d".formatted(pointer, i, j),
            hours.get(j).from(),
            hours.get(j).to());
      }
    }
    if (holidays != null && !PublicHolidays.knows(holidays.country())) {
      faults.add(
          FieldError.at(
              pointer + "/holidays/country",
              "The holidays of this country are not known: name them as exceptions."));
    } else if (holidays != null && !publicHolidays(holidays).knowsRegion()) {
      faults.add(
          FieldError.at(
              pointer + "/holidays/region",
              "is no part of the country that has holidays of its own"));
    }
    return faults;
  }

  private static void check(List<FieldError> faults, String pointer, String from, String to) {
    if (from.compareTo(to) >= 0) {
      faults.add(FieldError.at(pointer + "/to", "must be after from"));
    }
  }

  private List<ExceptionalDay> exceptionList() {
    return exceptions == null ? List.of() : exceptions;
  }

  private static PublicHolidays publicHolidays(HolidayRegion region) {
    return new PublicHolidays(region.country(), region.region());
  }

  ServiceCalendar calendar() {
    Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
    for (WeeklyHours each : week) {
      days.computeIfAbsent(each.day().day(), day -> new ArrayList<>())
          .add(hours(each.from(), each.to()));
    }
    Map<LocalDate, List<Hours>> single = new HashMap<>();
    for (ExceptionalDay each : exceptionList()) {
      List<Hours> hours = single.computeIfAbsent(each.date(), day -> new ArrayList<>());
      each.hours().forEach(one -> hours.add(hours(one.from(), one.to())));
    }
    return new ServiceCalendar(
        ZoneId.of(zone), days, holidays == null ? Holidays.NONE : publicHolidays(holidays), single);
  }

  private static Hours hours(String from, String to) {
    return new Hours(
        LocalTime.parse(from), to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
  }
}
