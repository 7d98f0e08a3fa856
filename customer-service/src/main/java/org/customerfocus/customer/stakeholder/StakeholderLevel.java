package org.customerfocus.customer.stakeholder;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How much of it.
enum StakeholderLevel implements WireEnum {
  LOW,
  MEDIUM,
  HIGH;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<StakeholderLevel> {
    Column() {
      super(StakeholderLevel.class);
    }
  }
}
