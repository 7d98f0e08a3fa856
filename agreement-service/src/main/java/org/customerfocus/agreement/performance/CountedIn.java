package org.customerfocus.agreement.performance;

import org.customerfocus.conventions.wire.WireEnum;

/// What the counts of a result are counts of.
enum CountedIn implements WireEnum {
  EVENTS,
  /// Slices of time, each good or bad as a whole.
  SLICES,
  MICROSECONDS,
  /// Valid answers to a survey.
  ANSWERS;

  static CountedIn of(Promise promise) {
    if (promise.slices() != null) {
      return SLICES;
    }
    return switch (promise.type()) {
      case TIME_RATIO -> MICROSECONDS;
      case SURVEY_SCORE -> ANSWERS;
      case RATIO, THRESHOLD_SHARE, PERCENTILE, MEAN, SUM, COUNT, DURATION -> EVENTS;
    };
  }
}
