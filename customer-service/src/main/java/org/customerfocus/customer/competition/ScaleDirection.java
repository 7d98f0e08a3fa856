package org.customerfocus.customer.competition;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Which end of a scale is the better one.
enum ScaleDirection implements WireEnum {
  HIGHER,
  LOWER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ScaleDirection> {
    Column() {
      super(ScaleDirection.class);
    }
  }
}
