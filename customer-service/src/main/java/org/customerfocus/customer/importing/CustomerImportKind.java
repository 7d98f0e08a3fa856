package org.customerfocus.customer.importing;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What the rows of a file are.
enum CustomerImportKind implements WireEnum {
  /// Customer relationships with their parties.
  CUSTOMERS,
  /// Parties, whatever they are to anyone.
  PARTIES,
  /// What customers bought.
  PURCHASES;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CustomerImportKind> {
    Column() {
      super(CustomerImportKind.class);
    }
  }
}
