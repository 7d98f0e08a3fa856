package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// The two sides of an agreement.
public enum AgreementSide implements WireEnum {
  PROVIDER,
  CUSTOMER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AgreementSide> {
    Column() {
      super(AgreementSide.class);
    }
  }
}
