package org.customerfocus.customer.relationship;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a customer relationship is in its life.
public enum Lifecycle implements WireEnum {
  POTENTIAL,
  CURRENT,
  FORMER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Lifecycle> {
    Column() {
      super(Lifecycle.class);
    }
  }
}
