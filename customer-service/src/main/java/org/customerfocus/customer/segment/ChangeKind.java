package org.customerfocus.customer.segment;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What became of a customer in a segment.
public enum ChangeKind implements WireEnum {
  ENTERED,
  LEFT;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ChangeKind> {
    Column() {
      super(ChangeKind.class);
    }
  }
}
