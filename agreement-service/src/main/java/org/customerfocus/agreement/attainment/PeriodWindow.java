package org.customerfocus.agreement.attainment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The periods of a promise. Calendar periods leave no gap and do not overlap; of rolling ones each
/// day ends one, and they overlap.
///
/// @param unit of calendar windows
/// @param days of rolling windows
public record PeriodWindow(WindowKind kind, WindowUnit unit, int days, ZoneId zone) {

  private static final Pattern MONTH = Pattern.compile("([0-9]{4})-([0-9]{2})");
  private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");
  private static final Pattern YEAR = Pattern.compile("([0-9]{4})");

  /// A calendar window.
  public static PeriodWindow calendar(WindowUnit unit, ZoneId zone) {
    return new PeriodWindow(WindowKind.CALENDAR, unit, 0, zone);
  }

  /// A window of so many days, ending with each midnight.
  public static PeriodWindow rolling(int days, ZoneId zone) {
    return new PeriodWindow(WindowKind.ROLLING, WindowUnit.MONTH, days, zone);
  }

  /// The period that an instant lies in; of rolling ones that which ends with its day.
  public Period containing(Instant instant) {
    return of(LocalDate.ofInstant(instant, zone));
  }

  /// The period that a day lies in; of rolling ones that which ends with it.
  public Period of(LocalDate day) {
    if (kind == WindowKind.ROLLING) {
      return new Period(day.toString(), day.minusDays(days - 1L), day.plusDays(1), zone);
    }
    int month = (day.getMonthValue() - 1) / unit.months() * unit.months() + 1;
    LocalDate first = LocalDate.of(day.getYear(), month, 1);
    return new Period(key(first), first, first.plusMonths(unit.months()), zone);
  }

  private String key(LocalDate first) {
    return switch (unit) {
      case MONTH -> "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
      case QUARTER -> "%04d-Q%d".formatted(first.getYear(), first.getMonthValue() / 3 + 1);
      case YEAR -> "%04d".formatted(first.getYear());
    };
  }

  /// The period that begins where this one ends; of rolling ones that of the next day.
  public Period after(Period period) {
    return of(period.last());
  }

  /// The periods that end after `from` and begin before `to`, in order; each is made when it is
  /// asked for.
  public Stream<Period> touching(Instant from, Instant to) {
    return Stream.iterate(
        containing(from), period -> period.span().start().isBefore(to), this::after);
  }

  /// The period that a key names, if it names one of this window.
  public Optional<Period> named(String key) {
    try {
      return day(key.toUpperCase(Locale.ROOT))
          .map(this::of)
          .filter(period -> period.key().equalsIgnoreCase(key));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> day(String key) {
    if (kind == WindowKind.ROLLING) {
      return Optional.of(LocalDate.parse(key));
    }
    Matcher parts =
        switch (unit) {
          case MONTH -> MONTH.matcher(key);
          case QUARTER -> QUARTER.matcher(key);
          case YEAR -> YEAR.matcher(key);
        };
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    int month =
        switch (unit) {
          case MONTH -> Integer.parseInt(parts.group(2));
          case QUARTER -> Integer.parseInt(parts.group(2)) * 3 - 2;
          case YEAR -> 1;
        };
    return Optional.of(LocalDate.of(year, month, 1));
  }
}
