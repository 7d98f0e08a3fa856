package org.customerfocus.agreement.timer;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What happens to a timer.
public enum TimerAction implements WireEnum {
  /// It begins to run.
  START,
  /// It stands still for a while.
  PAUSE,
  /// It runs on.
  RESUME,
  /// It has ended.
  STOP;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<TimerAction> {
    Column() {
      super(TimerAction.class);
    }
  }
}
