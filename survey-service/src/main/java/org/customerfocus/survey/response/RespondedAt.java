package org.customerfocus.survey.response;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When somebody can have answered: one rule for submissions and imports.
public final class RespondedAt {

  // Before, the Julian calendar counts other days.
  private static final Instant EARLIEST = Instant.parse("1583-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  // The clocks of clients are not all right.
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  private RespondedAt() {}

  /// What is wrong with it as seen now, or null.
  public static @Nullable String violation(Instant respondedAt, Instant now) {
    if (respondedAt.isBefore(EARLIEST) || !respondedAt.isBefore(END)) {
      return "lies outside the years 1583 to 9999";
    }
    return respondedAt.isAfter(now.plus(LEEWAY)) ? "lies in the future" : null;
  }
}
