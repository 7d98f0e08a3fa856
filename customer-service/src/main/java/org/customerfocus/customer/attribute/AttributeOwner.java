package org.customerfocus.customer.attribute;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// To what a value belongs: a party or a customer relationship. Codes are unique within each.
public enum AttributeOwner implements WireEnum {
  PARTY(PartyAttributeRow.class, "party_attribute"),
  CUSTOMER(CustomerAttributeRow.class, "customer_attribute");

  private final Class<? extends AttributeRow> row;
  private final String table;

  AttributeOwner(Class<? extends AttributeRow> row, String table) {
    this.row = row;
    this.table = table;
  }

  Class<? extends AttributeRow> row() {
    return row;
  }

  String table() {
    return table;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AttributeOwner> {
    Column() {
      super(AttributeOwner.class);
    }
  }
}
