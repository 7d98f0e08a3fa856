package org.customerfocus.customer.party;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether a party is one human being or an organisation; a one-person organisation is an
/// organisation.
public enum PartyKind implements WireEnum {
  PERSON,
  ORGANIZATION;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<PartyKind> {
    Column() {
      super(PartyKind.class);
    }
  }
}
