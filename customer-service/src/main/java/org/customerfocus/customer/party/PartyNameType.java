package org.customerfocus.customer.party;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// In what way a name is a party's name.
public enum PartyNameType implements WireEnum {
  LEGAL,
  TRADING,
  SHORT,
  BIRTH,
  FORMER,
  ALIAS;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<PartyNameType> {
    Column() {
      super(PartyNameType.class);
    }
  }
}
