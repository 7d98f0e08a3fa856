package org.customerfocus.customer.duplicate;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.matching.Certainty;

/// How sure one may be of a pair.
enum CertaintyBand implements WireEnum {
  POSSIBLE,
  PROBABLE,
  CERTAIN;

  static CertaintyBand of(Certainty certainty) {
    return switch (certainty) {
      case POSSIBLE -> POSSIBLE;
      case PROBABLE -> PROBABLE;
      case CERTAIN -> CERTAIN;
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CertaintyBand> {
    Column() {
      super(CertaintyBand.class);
    }
  }
}
