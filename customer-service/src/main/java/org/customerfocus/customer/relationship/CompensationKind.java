package org.customerfocus.customer.relationship;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What the provider gets for it: money, or anything else of value.
public enum CompensationKind implements WireEnum {
  MONEY,
  DATA,
  ATTENTION,
  GOODS,
  SERVICE,
  MISSION_CONTRIBUTION,
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CompensationKind> {
    Column() {
      super(CompensationKind.class);
    }
  }
}
