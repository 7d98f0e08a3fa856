package org.customerfocus.agreement.correction;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What is corrected.
enum CorrectionKind implements WireEnum {
  /// A measurement.
  MEASUREMENT,
  /// A state change.
  STATE_CHANGE,
  /// An event of a timer.
  TIMER_EVENT;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CorrectionKind> {
    Column() {
      super(CorrectionKind.class);
    }
  }
}
