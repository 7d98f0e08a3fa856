package org.customerfocus.customer.journey;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Who takes a step of a journey.
public enum Actor implements WireEnum {
  CUSTOMER,
  PROVIDER,
  PARTNER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Actor> {
    Column() {
      super(Actor.class);
    }
  }
}
