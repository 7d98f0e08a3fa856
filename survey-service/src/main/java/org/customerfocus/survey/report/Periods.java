package org.customerfocus.survey.report;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.customerfocus.survey.results.PeriodUnit;

/// What people call a period.
final class Periods {

  private Periods() {}

  static String name(PeriodUnit unit, LocalDate start) {
    return switch (unit) {
      case DAY -> start.toString();
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              start.get(IsoFields.WEEK_BASED_YEAR),
              start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> start.toString().substring(0, 7);
      case QUARTER -> "%d-Q%d".formatted(start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
    };
  }
}
