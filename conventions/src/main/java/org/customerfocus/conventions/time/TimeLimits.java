package org.customerfocus.conventions.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The times that the platform records: years 1 to 9999, in microseconds. What lies outside is a
/// slip of the pen, and more than the database can keep.
public final class TimeLimits {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /// A century within what is recorded: the times that are computed from a parameter, such as the
  /// bounds of the periods before it, are to be within what is recorded as well.
  private static final int FIRST_ASKED = 101;

  private static final int LAST_ASKED = 9899;

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

  /// The date of a parameter.
  ///
  /// @throws DateTimeException outside the years 101 to 9899
  public static LocalDate asked(LocalDate date) {
    checkAsked(date.getYear());
    return date;
  }

  /// The month of a parameter.
  ///
  /// @throws DateTimeException outside the years 101 to 9899
  public static YearMonth asked(YearMonth month) {
    checkAsked(month.getYear());
    return month;
  }

  /// The instant of a parameter, as it would be read back.
  ///
  /// @throws DateTimeException outside the years 101 to 9899
  public static Instant asked(Instant instant) {
    checkAsked(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static void checkAsked(int year) {
    if (year < FIRST_ASKED || year > LAST_ASKED) {
      throw new DateTimeException("The year must be 101 to 9899");
    }
  }

  private static void checkYear(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("The year must be 1 to 9999");
    }
  }
}
