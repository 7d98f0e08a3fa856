package org.customerfocus.agreement.exclusion;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Why a time is not counted.
public enum ExclusionKind implements WireEnum {
  MAINTENANCE,
  FORCE_MAJEURE,
  CUSTOMER_CAUSED,
  THIRD_PARTY,
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ExclusionKind> {
    Column() {
      super(ExclusionKind.class);
    }
  }
}
