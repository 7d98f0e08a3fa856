package org.customerfocus.agreement.calendar;

import java.time.DayOfWeek;
import org.customerfocus.conventions.wire.WireEnum;

/// A day of the week.
enum Weekday implements WireEnum {
  MONDAY,
  TUESDAY,
  WEDNESDAY,
  THURSDAY,
  FRIDAY,
  SATURDAY,
  SUNDAY;

  DayOfWeek day() {
    return DayOfWeek.valueOf(name());
  }
}
