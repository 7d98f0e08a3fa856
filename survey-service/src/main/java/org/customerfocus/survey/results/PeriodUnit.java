package org.customerfocus.survey.results;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.customerfocus.conventions.wire.WireEnum;

/// How long a period of a trend is. Weeks begin on Monday (ISO 8601).
public enum PeriodUnit implements WireEnum {
  DAY,
  WEEK,
  MONTH,
  QUARTER;

  /// The first day of the period that the date lies in.
  public LocalDate floor(LocalDate date) {
    return switch (this) {
      case DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
      case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
    };
  }

  /// The first day of the next period.
  public LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
    };
  }
}
