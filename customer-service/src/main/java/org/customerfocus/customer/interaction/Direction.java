package org.customerfocus.customer.interaction;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Who turned to whom.
public enum Direction implements WireEnum {
  /// The customer turned to the provider.
  INBOUND,
  /// The provider turned to the customer.
  OUTBOUND;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Direction> {
    Column() {
      super(Direction.class);
    }
  }
}
