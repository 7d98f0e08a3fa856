package org.customerfocus.agreement.metric;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How the measurements of a metric become good or bad.
public enum MetricType implements WireEnum {
  /// Each event is itself good or bad; attainment is good events of all that count.
  RATIO,
  /// Each event has a value, good on one side of the commitment's threshold.
  THRESHOLD_SHARE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MetricType> {
    Column() {
      super(MetricType.class);
    }
  }
}
