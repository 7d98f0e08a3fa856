package org.customerfocus.conventions.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/// The times that the platform records: years 1 to 9999, in microseconds. What lies outside is a
/// slip of the pen, and more than the database can keep.
public final class TimeLimits {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private TimeLimits() {}

  /// The instant as it will be read back.
  ///
  /// @throws DateTimeException outside the limits
  public static Instant check(Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
      throw new DateTimeException("The year must be 1 to 9999");
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /// @throws DateTimeException outside the limits
  public static LocalDate check(LocalDate date) {
    checkYear(date.getYear());
    return date;
  }

  /// @throws DateTimeException outside the limits
  public static YearMonth check(YearMonth month) {
    checkYear(month.getYear());
    return month;
  }

  private static void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("The year must be 1 to 9999");
    }
  }
}
