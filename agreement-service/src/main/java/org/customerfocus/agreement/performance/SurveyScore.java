package org.customerfocus.agreement.performance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A score of a survey in a time, as survey-service computed it.
///
/// @param n valid answers
/// @param base who could have answered
/// @param value null where there are too few answers for one
/// @param lower of its interval; null where it has none
/// @param withheld whether it would tell of few people, and so is not told
/// @param threshold the fewest people that may be told about
record SurveyScore(
    long n,
    long base,
    @Nullable Double value,
    @Nullable Double lower,
    @Nullable Double upper,
    String unit,
    String method,
    boolean withheld,
    int threshold) {

  /// There is no such survey.
  static SurveyScore none(String method) {
    return new SurveyScore(0, 0, null, null, null, "points", method, false, 0);
  }

  /// Whether both tell the same.
  boolean tells(SurveyScore other) {
    return n == other.n
        && base == other.base
        && Objects.equals(value, other.value)
        && Objects.equals(lower, other.lower)
        && Objects.equals(upper, other.upper)
        && unit.equals(other.unit)
        && method.equals(other.method);
  }

  /// Whether it may be told after another of the same time was, and kept: the few who answered in
  /// between, or changed what they answered, would be told by the difference; and what is withheld
  /// for now is no reason to take back what was told.
  boolean mayFollow(SurveyScore told) {
    return told.value == null
        || (!withheld && (threshold <= 1 || Math.abs(n - told.n) >= threshold));
  }
}
