package org.customerfocus.agreement.contract;

import java.time.LocalDate;
import java.time.Period;

/// Stretches of calendar days: P3M, P1Y, P30D.
final class Periods {

  static final String PATTERN =
      "P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,3}D)?";
  static final String MESSAGE = "must be an ISO 8601 period of days or longer, such as P3M";

  private Periods() {}

  static boolean isEmpty(String period) {
    return Period.parse(period).isZero();
  }

  /// Each counted from the first day, so that months of different lengths do not add up to another
  /// day: the third month after 30 November ends on the last day of February.
  static LocalDate after(LocalDate start, String period, int times) {
    return start.plus(Period.parse(period).multipliedBy(times));
  }

  /// How many periods begin in the days from `start` to `end`, which is exclusive.
  static int begunWithin(LocalDate start, LocalDate end, String period) {
    int begun = 0;
    while (after(start, period, begun).isBefore(end)) {
      begun++;
    }
    return begun;
  }
}
