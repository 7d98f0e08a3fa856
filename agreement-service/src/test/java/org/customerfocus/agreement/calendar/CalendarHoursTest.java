package org.customerfocus.agreement.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.customerfocus.agreement.calendar.CalendarHours.SingleDay;
import org.customerfocus.agreement.calendar.CalendarHours.SingleHours;
import org.customerfocus.agreement.calendar.CalendarHours.WeekHours;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarHoursTest {

  private static SingleDay on(String date, @Nullable String recurrence, SingleHours... hours) {
    return new SingleDay(LocalDate.parse(date), List.of(hours), recurrence);
  }

  @Test
  void eachHourOfADayIsSaidOnce() {
    CalendarHours hours =
        new CalendarHours(
            List.of(
                new WeekHours(Weekday.MONDAY, "08:00", "12:00"),
                new WeekHours(Weekday.MONDAY, "12:00", "17:00"),
                new WeekHours(Weekday.TUESDAY, "08:00", "12:00"),
                new WeekHours(Weekday.MONDAY, "16:00", "24:00"),
                new WeekHours(Weekday.TUESDAY, "08:00", "12:00")),
            List.of(),
            List.of(
                on("2026-12-24", null, new SingleHours("08:00", "12:00")),
                on("2026-12-24", "FREQ=YEARLY"),
                on(
                    "2026-12-31",
                    null,
                    new SingleHours("08:00", "12:00"),
                    new SingleHours("09:00", "10:00")),
                on("2026-12-24", null),
                on("2026-12-24", "FREQ=MONTHLY")));

    assertThat(hours.faults().stream().map(FieldError::pointer))
        .containsExactly(
            "/week/3",
            "/week/4",
            "/exceptions/2/hours/1",
            "/exceptions/3/date",
            "/exceptions/4/date");
  }
}
