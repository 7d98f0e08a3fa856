package org.customerfocus.agreement.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One report on its way into the database: of a measurement, a change of state, or a timer. It is
/// filled, staged and filled again, so that a stream of any length makes few objects.
public final class Report {

  /// No time is given.
  static final long NONE = Long.MIN_VALUE;

  /// The largest value.
  static final long MOST = 999_999_999_999L;

  static final int LONGEST_NAME = 100;
  static final int LONGEST_TEXT = 200;

  static final long MICROS = 1_000_000;

  @Nullable String source;
  @Nullable String sourceId;
  @Nullable UUID metricId;
  @Nullable String entityType;
  @Nullable String entityReference;
  @Nullable UUID customerId;
  @Nullable UUID offeringId;

  /// A JSON object.
  String dimensions = "{}";

  /// Whether a value or a dimension is beyond its bounds, or near enough to have to be looked at.
  boolean odd;

  /// Microseconds since 1970, or [#NONE].
  long at;

  long dueAt;
  long startedAt;
  long completedAt;

  /// The value is ±(whole + nanos / 10^9), where it has one.
  boolean hasValue;

  boolean negative;
  long whole;
  int nanos;
  @Nullable Boolean good;
  boolean unknown;

  /// A state or an action.
  @Nullable String word;

  public Report() {
    clear();
  }

  public void clear() {
    source = null;
    sourceId = null;
    metricId = null;
    entityType = null;
    entityReference = null;
    customerId = null;
    offeringId = null;
    dimensions = "{}";
    odd = false;
    at = NONE;
    dueAt = NONE;
    startedAt = NONE;
    completedAt = NONE;
    hasValue = false;
    good = null;
    unknown = false;
    word = null;
  }

  /// What it is known by, and what it is about.
  public Report of(
      @Nullable String source,
      @Nullable String sourceId,
      @Nullable UUID metricId,
      @Nullable String entityType,
      @Nullable String entityReference,
      @Nullable UUID customerId,
      @Nullable UUID offeringId,
      @Nullable Map<String, String> dimensions) {
    this.source = source;
    this.sourceId = sourceId;
    this.metricId = metricId;
    this.entityType = entityType;
    this.entityReference = entityReference;
    this.customerId = customerId;
    this.offeringId = offeringId;
    if (dimensions != null) {
      this.dimensions = Dimensions.json(dimensions);
      odd |= !Dimensions.arePlain(dimensions);
    }
    return this;
  }

  public Report times(
      @Nullable Instant dueAt, @Nullable Instant startedAt, @Nullable Instant completedAt) {
    this.dueAt = micros(dueAt);
    this.startedAt = micros(startedAt);
    this.completedAt = micros(completedAt);
    return this;
  }

  /// @param value of at most 12 digits before the point and 9 behind it
  public Report outcome(@Nullable BigDecimal value, @Nullable Boolean good, boolean unknown) {
    if (value != null) {
      if (value.scale() > 9 || (long) value.precision() - value.scale() > 12) {
        odd = true;
      } else {
        BigDecimal[] parts = value.abs().divideAndRemainder(BigDecimal.ONE);
        value(
            value.signum() < 0,
            parts[0].longValueExact(),
            parts[1].movePointRight(9).intValueExact());
        odd |= whole == MOST && nanos > 0;
      }
    }
    this.good = good;
    this.unknown = unknown;
    return this;
  }

  public Report state(Instant at, String word) {
    this.at = micros(at);
    this.word = word;
    return this;
  }

  void value(boolean isNegative, long wholePart, int nanosPart) {
    hasValue = true;
    negative = isNegative;
    whole = wholePart;
    nanos = nanosPart;
  }

  /// The time that it is filed under.
  long filed() {
    return at != NONE ? at : dueAt != NONE ? dueAt : startedAt != NONE ? startedAt : completedAt;
  }

  /// Whether what all kinds of report have is within its bounds, without a doubt. Where there is
  /// one, the constraints of the request decide.
  public boolean isPlain() {
    return !odd
        && metricId != null
        && isPlain(source, LONGEST_NAME)
        && isPlain(sourceId, LONGEST_TEXT)
        && isPlain(entityType, LONGEST_NAME)
        && isPlain(entityReference, LONGEST_TEXT);
  }

  /// Whether no rule of text can be broken by a text so short and simple.
  static boolean isPlain(@Nullable String text, int longest) {
    if (text == null || text.length() > longest) {
      return false;
    }
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || Character.isSurrogate(c)) {
        return false;
      }
      blank &= c == ' ';
    }
    return !blank;
  }

  /// Whether it is a value of a dimension without a doubt: it may be blank.
  static boolean isValue(@Nullable String text) {
    return text != null && (text.isEmpty() || isPlain(text, LONGEST_TEXT));
  }

  public boolean hasGood() {
    return good != null;
  }

  public boolean hasValue() {
    return hasValue;
  }

  public boolean isUnknown() {
    return unknown;
  }

  public boolean isDue() {
    return dueAt != NONE;
  }

  public boolean isCompleted() {
    return completedAt != NONE;
  }

  public boolean isTimed() {
    return filed() != NONE;
  }

  /// Whether it ended before it began.
  public boolean isReversed() {
    return startedAt != NONE && completedAt != NONE && completedAt < startedAt;
  }

  /// Whether all its times are such as can be reported.
  public boolean isTimely(Instant now) {
    return ReportedTimes.areSound(now, at, dueAt, startedAt, completedAt);
  }

  public @Nullable String word() {
    return word;
  }

  private static long micros(@Nullable Instant instant) {
    return instant == null ? NONE : ReportedTimes.micros(instant);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
  }
}
