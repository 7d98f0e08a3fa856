package org.customerfocus.customer.loyalty;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What came of a referral.
public enum ReferralOutcome implements WireEnum {
  PENDING,
  BECAME_CUSTOMER,
  DECLINED,
  NO_RESPONSE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ReferralOutcome> {
    Column() {
      super(ReferralOutcome.class);
    }
  }
}
