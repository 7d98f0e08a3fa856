package org.customerfocus.survey.feedbackimport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads dates and times as a file writes them.
///
/// @param format null for ISO 8601
record Moments(ZoneId zone, @Nullable DateTimeFormatter format) {

  /// @throws DateTimeException when there is no such zone
  /// @throws IllegalArgumentException when the format is none
  static Moments of(@Nullable String zone, @Nullable String format) {
    return new Moments(
        zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
        // Strict knows the year of an era by u alone, and people write y.
        format == null
            ? null
            : DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT));
  }

  /// @throws DateTimeException when it is none
  Instant read(String text) {
    TemporalAccessor read =
        (format == null ? iso(text) : format)
            .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    Instant instant =
        switch (read) {
          case OffsetDateTime exact -> exact.toInstant();
          case LocalDateTime local -> local.atZone(zone).toInstant();
          case LocalDate day -> day.atStartOfDay(zone).toInstant();
          default -> throw new DateTimeException("Neither a date nor a time");
        };
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static DateTimeFormatter iso(String text) {
    return text.indexOf('T') < 0
        ? DateTimeFormatter.ISO_LOCAL_DATE
        : DateTimeFormatter.ISO_DATE_TIME;
  }
}
