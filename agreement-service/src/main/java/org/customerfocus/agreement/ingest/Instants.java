package org.customerfocus.agreement.ingest;

/// Reads the common form of an instant, `2026-11-21T09:30:00Z` with up to nine decimals, into
/// microseconds, without the objects that a parser for all forms makes.
final class Instants {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int SECONDS_END = 19;

  private Instants() {}

  /// Microseconds since 1970, what is finer cut off; or [Report#NONE] for another form.
  static long micros(String text) {
    int last = text.length() - 1;
    if (last < SECONDS_END
        || text.charAt(last) != 'Z'
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return Report.NONE;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, SECONDS_END);
    long fraction = fraction(text, last);
    if (year < 1
        || month < 1
        || month > 12
        || day < 1
        || day > daysIn(year, month)
        || !within(hour, 23)
        || !within(minute, 59)
        || !within(second, 59)
        || fraction < 0) {
      return Report.NONE;
    }
    long seconds = ((epochDay(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    return seconds * 1_000_000 + fraction;
  }

  private static boolean within(int number, int most) {
    return number >= 0 && number <= most;
  }

  /// Negative where there is anything but digits.
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static long fraction(String text, int last) {
    if (last == SECONDS_END) {
      return 0;
    }
    int places = last - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || places < 1 || places > 9) {
      return -1;
    }
    int nanos = digits(text, SECONDS_END + 1, last);
    if (nanos < 0) {
      return -1;
    }
    for (int i = places; i < 9; i++) {
      nanos *= 10;
    }
    return nanos / 1000;
  }

  private static int daysIn(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }

  /// Days since 1970-01-01 of the Gregorian calendar.
  ///
  /// Source: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`; years
  /// before 1 are not asked for.
  private static long epochDay(int year, int month, int day) {
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400;
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }
}
