package org.customerfocus.survey.improvement;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Which way something goes.
enum EffectDirection implements WireEnum {
  RAISES,
  LOWERS;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<EffectDirection> {
    Column() {
      super(EffectDirection.class);
    }
  }
}
