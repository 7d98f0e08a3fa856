package org.customerfocus.survey.report;

import java.math.BigDecimal;
import java.util.Locale;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// How pages write numbers: rounded, unlike JSON.
final class Numbers {

  static final String NOTHING = "–";

  private Numbers() {}

  static String of(@Nullable Figure figure) {
    if (figure == null) {
      return NOTHING;
    }
    return switch (figure.status()) {
      case OK -> figure.value() == null ? NOTHING : of(figure.value(), figure.unit());
      case WITHHELD -> "withheld";
      case INSUFFICIENT -> "too few";
      case NOT_APPLICABLE -> NOTHING;
    };
  }

  static String interval(@Nullable Figure figure) {
    return figure == null || figure.interval() == null
        ? NOTHING
        : of(figure.interval().lower(), figure.unit())
            + " to "
            + of(figure.interval().upper(), figure.unit());
  }

  static String of(double value, String unit) {
    return switch (unit) {
      case "ratio" -> text("%.1f\u00a0%%", value * 100);
      case "points" -> text("%.1f", value);
      default -> text("%.2f", value);
    };
  }

  static String count(@Nullable Long count) {
    return count == null ? "withheld" : String.format(Locale.ROOT, "%,d", count);
  }

  /// With all of its digits.
  static String plain(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  static String pValue(@Nullable Double value) {
    return value == null ? NOTHING : value < 0.001 ? "< 0.001" : text("%.3f", value);
  }

  private static String text(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    // Not minus nothing.
    return text.matches("-0[.0]*(\u00a0%)?") ? text.substring(1) : text.replace('-', '−');
  }
}
