package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One promised thing and what came of it, as far as attainment looks at it.
public record Event(
    @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Outcome outcome) {

  /// What came of it.
  public enum Outcome {
    GOOD,
    BAD,
    /// It happened, but how it went is not known.
    UNKNOWN,
    /// It has not happened yet.
    OPEN
  }

  /// The outcome of an event that is good or bad. Where nothing says which, it is good when it was
  /// completed no later than it was due.
  public static Outcome outcome(
      boolean unknown,
      @Nullable Boolean good,
      @Nullable Instant dueAt,
      @Nullable Instant completedAt) {
    if (unknown) {
      return Outcome.UNKNOWN;
    }
    if (good != null) {
      return good ? Outcome.GOOD : Outcome.BAD;
    }
    if (completedAt == null) {
      return Outcome.OPEN;
    }
    if (dueAt == null) {
      return Outcome.UNKNOWN;
    }
    return completedAt.isAfter(dueAt) ? Outcome.BAD : Outcome.GOOD;
  }

  /// The outcome of an event with a value that is good on one side of a threshold.
  public static Outcome outcome(
      boolean unknown, @Nullable BigDecimal value, @Nullable Instant completedAt, Bound threshold) {
    if (unknown) {
      return Outcome.UNKNOWN;
    }
    if (value != null) {
      return threshold.accepts(value) ? Outcome.GOOD : Outcome.BAD;
    }
    return completedAt == null ? Outcome.OPEN : Outcome.UNKNOWN;
  }

  /// When this event counts; absent where it lacks the time that decides. What is open and lacks it
  /// counts where it was due, so that what was never delivered is not forgotten.
  public Optional<Instant> placedAt(PeriodBy periodBy) {
    @Nullable Instant named =
        switch (periodBy) {
          case DUE -> dueAt;
          case STARTED -> startedAt;
          case COMPLETED -> completedAt;
        };
    return Optional.ofNullable(named == null && outcome == Outcome.OPEN ? dueAt : named);
  }
}
