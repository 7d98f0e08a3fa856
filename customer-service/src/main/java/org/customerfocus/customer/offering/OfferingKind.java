package org.customerfocus.customer.offering;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What kind of thing is offered.
public enum OfferingKind implements WireEnum {
  PRODUCT,
  PROGRAM,
  SERVICE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<OfferingKind> {
    Column() {
      super(OfferingKind.class);
    }
  }
}
