package org.customerfocus.agreement.statechange;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// In which state something is.
public enum EntityState implements WireEnum {
  /// It is as it should be.
  GOOD,
  /// It is not.
  BAD,
  /// Nobody knows.
  UNKNOWN;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<EntityState> {
    Column() {
      super(EntityState.class);
    }
  }
}
