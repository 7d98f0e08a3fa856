package org.customerfocus.agreement.metric;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What is made of the measurements of a metric.
public enum MetricType implements WireEnum {
  /// Each event is itself good or bad; attainment is good events of all that count.
  RATIO,
  /// A service is good or bad for a time; attainment is good time of all service time.
  TIME_RATIO,
  /// Each event has a value, good on one side of the commitment's threshold.
  THRESHOLD_SHARE,
  /// Each event has a value, and a share of them has to lie on one side of the target.
  PERCENTILE,
  /// The mean of the values.
  MEAN,
  /// The sum of the values.
  SUM,
  /// How many events there were.
  COUNT,
  /// How much service time timers ran.
  DURATION,
  /// A score of a survey, decided by its interval.
  SURVEY_SCORE;

  /// Whether a target is a share of what counts, from 0 to 1.
  public boolean ofShares() {
    return switch (this) {
      case RATIO, TIME_RATIO, THRESHOLD_SHARE -> true;
      case PERCENTILE, MEAN, SUM, COUNT, DURATION, SURVEY_SCORE -> false;
    };
  }

  /// Whether measurements have values, in the unit of the metric.
  public boolean ofValues() {
    return switch (this) {
      case THRESHOLD_SHARE, PERCENTILE, MEAN, SUM -> true;
      case RATIO, TIME_RATIO, COUNT, DURATION, SURVEY_SCORE -> false;
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MetricType> {
    Column() {
      super(MetricType.class);
    }
  }
}
