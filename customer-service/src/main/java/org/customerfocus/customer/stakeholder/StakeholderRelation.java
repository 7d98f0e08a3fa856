package org.customerfocus.customer.stakeholder;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a stakeholder stands to us.
enum StakeholderRelation implements WireEnum {
  /// What they do or decide changes what we can do.
  INFLUENCES,
  /// What we do changes how they fare.
  IS_INFLUENCED,
  /// What our customers get is of use to them too.
  BENEFITS_INDIRECTLY;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<StakeholderRelation> {
    Column() {
      super(StakeholderRelation.class);
    }
  }
}
