package org.customerfocus.agreement.metric;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What the timers of a duration run until.
public enum MetricPhase implements WireEnum {
  /// Somebody first answers.
  RESPONSE,
  /// It is solved.
  RESOLUTION;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MetricPhase> {
    Column() {
      super(MetricPhase.class);
    }
  }
}
