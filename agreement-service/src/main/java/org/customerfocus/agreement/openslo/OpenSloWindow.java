package org.customerfocus.agreement.openslo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.agreement.attainment.WindowKind;
import org.customerfocus.agreement.attainment.WindowUnit;
import org.customerfocus.agreement.contract.CommitmentWindow;
import org.jspecify.annotations.Nullable;

/// Windows and slices of time in the shorthand of OpenSLO. A month has as many days as the calendar
/// gives it: a rolling month is no window here, and no number of days is made of it.
final class OpenSloWindow {

  private static final Pattern SHORTHAND = Pattern.compile("([0-9]+)([mhdwMQY])");
  private static final int MOST_DAYS = 999;

  private OpenSloWindow() {}

  /// The calendar window of a shorthand, if it is one.
  static Optional<CommitmentWindow> calendar(String shorthand) {
    WindowUnit unit =
        switch (shorthand) {
          case "1M" -> WindowUnit.MONTH;
          case "1Q", "3M" -> WindowUnit.QUARTER;
          case "1Y", "12M", "4Q" -> WindowUnit.YEAR;
          default -> null;
        };
    return Optional.ofNullable(unit)
        .map(each -> new CommitmentWindow(WindowKind.CALENDAR, each, null));
  }

  /// The rolling window of a shorthand: days and weeks alone.
  static Optional<CommitmentWindow> rolling(String shorthand) {
    Matcher parts = parts(shorthand);
    int factor = parts.group(2).equals("d") ? 1 : parts.group(2).equals("w") ? 7 : 0;
    long days = Long.parseLong(parts.group(1)) * factor;
    return days < 1 || days > MOST_DAYS
        ? Optional.empty()
        : Optional.of(new CommitmentWindow(WindowKind.ROLLING, null, "P%dD".formatted(days)));
  }

  /// A slice in ISO 8601: minutes and hours up to a day.
  static Optional<String> slice(String shorthand) {
    Matcher parts = parts(shorthand);
    long number = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" ->
          number >= 1 && number <= 999 ? Optional.of("PT%dM".formatted(number)) : Optional.empty();
      case "h" -> number <= 24 ? Optional.of("PT%dH".formatted(number)) : Optional.empty();
      case "d" -> number == 1 ? Optional.of("PT24H") : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The shorthand of a slice, and back.
  static String shorthand(String slice) {
    return slice.substring(2).replace('M', 'm').replace('H', 'h');
  }

  static String shorthand(CommitmentWindow window) {
    return window.kind() == WindowKind.ROLLING
        ? window.days() + "d"
        : switch (unit(window)) {
          case MONTH -> "1M";
          case QUARTER -> "1Q";
          case YEAR -> "1Y";
        };
  }

  /// The first day of the calendar period that a day lies in.
  static LocalDate start(CommitmentWindow window, LocalDate day) {
    int months = unit(window).months();
    int first = (day.getMonthValue() - 1) / months * months + 1;
    return day.withMonth(first).withDayOfMonth(1);
  }

  private static WindowUnit unit(CommitmentWindow window) {
    @Nullable WindowUnit unit = window.unit();
    return unit == null ? WindowUnit.MONTH : unit;
  }

  private static Matcher parts(String shorthand) {
    Matcher parts = SHORTHAND.matcher(shorthand);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a duration of OpenSLO: " + shorthand);
    }
    return parts;
  }
}
