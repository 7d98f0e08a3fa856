package org.customerfocus.agreement.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.calendar.CalendarHours.HolidaysOf;
import org.customerfocus.agreement.calendar.CalendarHours.SingleDay;
import org.customerfocus.agreement.calendar.CalendarHours.WeekHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A service calendar as it is shown.
@Schema(description = "When a service is there, as the clocks of one time zone show it.")
record CalendarView(
    UUID id,
    String name,
    String timeZone,
    List<WeekHours> week,
    List<HolidaysOf> holidays,
    List<SingleDay> exceptions,
    Instant createdAt,
    Instant updatedAt) {

  static CalendarView of(ServiceCalendarEntity calendar) {
    CalendarRequest as = calendar.describe();
    return new CalendarView(
        calendar.id(),
        as.name(),
        as.timeZone(),
        as.week(),
        as.holidays(),
        as.exceptions(),
        calendar.createdAt(),
        calendar.updatedAt());
  }
}
