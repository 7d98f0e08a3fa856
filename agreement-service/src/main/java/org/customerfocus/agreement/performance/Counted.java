package org.customerfocus.agreement.performance;

import org.customerfocus.agreement.attainment.Counts;
import org.jspecify.annotations.Nullable;

/// What was counted in a period.
///
/// @param sketch of the values, where a percentile is shown
/// @param score what the survey came to, where one is asked
record Counted(Counts counts, @Nullable ValueSketch sketch, @Nullable SurveyScore score) {

  static final Counted NOTHING = of(Counts.NOTHING);

  static Counted of(Counts counts) {
    return new Counted(counts, null, null);
  }

  /// Both together; scores do not add up.
  Counted plus(Counted other) {
    return new Counted(counts.plus(other.counts), ValueSketch.merged(sketch, other.sketch), null);
  }
}
