package org.customerfocus.customer.attribute;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Of what an attribute is: of persons, of organisations, of both, or of customer relationships.
public enum AttributeTarget implements WireEnum {
  PERSON,
  ORGANIZATION,
  PARTY,
  CUSTOMER;

  AttributeOwner owner() {
    return this == CUSTOMER ? AttributeOwner.CUSTOMER : AttributeOwner.PARTY;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AttributeTarget> {
    Column() {
      super(AttributeTarget.class);
    }
  }
}
