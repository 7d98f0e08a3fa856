package org.customerfocus.customer.consent;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// The way in which a party is reached; `any` speaks of all of them.
public enum ContactChannel implements WireEnum {
  ANY,
  EMAIL,
  PHONE,
  SMS,
  POST,
  PUSH,
  MESSAGING,
  IN_PERSON,
  WEB;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ContactChannel> {
    Column() {
      super(ContactChannel.class);
    }
  }
}
