package org.customerfocus.customer.party;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a party can be reached.
public enum ContactType implements WireEnum {
  EMAIL,
  PHONE,
  URL;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ContactType> {
    Column() {
      super(ContactType.class);
    }
  }
}
