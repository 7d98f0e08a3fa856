package org.customerfocus.customer.consent;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What a statement says.
public enum ConsentStatus implements WireEnum {
  GIVEN,
  DENIED,
  WITHDRAWN,
  OBJECTED;

  boolean refuses() {
    return this != GIVEN;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ConsentStatus> {
    Column() {
      super(ConsentStatus.class);
    }
  }
}
