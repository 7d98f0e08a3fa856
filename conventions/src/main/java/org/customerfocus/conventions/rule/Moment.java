package org.customerfocus.conventions.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.conventions.time.TimeLimits;

/// When a rule is evaluated: what its relative dates count from. Days are those of UTC.
public record Moment(Instant now) {

  private static final Pattern PERIOD =
      Pattern.compile("([+-]?)P((?:\\d+[YMWD])*)(?:T((?:\\d+[HMS])+))?");

  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /// Whether the text is a period, such as `-P90D`, instead of a time.
  static boolean isPeriod(String text) {
    return PERIOD.matcher(text).matches();
  }

  /// The day that lies a period from today; calendar arithmetic, so that `-P1M` is the same day of
  /// the month before.
  ///
  /// @throws DateTimeException when it is no period of whole days or leads too far
  LocalDate date(String period) {
    Matcher parts = parts(period);
    if (parts.group(3) != null) {
      throw new DateTimeException("A date has no hours");
    }
    return TimeLimits.check(today().plus(days(parts)));
  }

  /// The instant that lies a period from now.
  ///
  /// @throws DateTimeException when it is no period or leads too far
  Instant instant(String period) {
    Matcher parts = parts(period);
    Duration hours =
        parts.group(3) == null
            ? Duration.ZERO
            : Duration.parse(parts.group(1) + "PT" + parts.group(3));
    return TimeLimits.check(now.atOffset(ZoneOffset.UTC).plus(days(parts)).plus(hours).toInstant());
  }

  private static Period days(Matcher parts) {
    return parts.group(2).isEmpty()
        ? Period.ZERO
        : Period.parse(parts.group(1) + "P" + parts.group(2));
  }

  private static Matcher parts(String period) {
    Matcher parts = PERIOD.matcher(period);
    if (!parts.matches() || (parts.group(2).isEmpty() && parts.group(3) == null)) {
      throw new DateTimeException("No period");
    }
    return parts;
  }
}
