package org.customerfocus.agreement.breach;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where the cause of a breach lies.
public enum BreachCategory implements WireEnum {
  /// In what the provider does itself.
  OWN_SERVICE,
  /// In what a provider of the provider had promised.
  UPSTREAM,
  CUSTOMER,
  THIRD_PARTY,
  FORCE_MAJEURE,
  /// It was measured wrongly.
  MEASUREMENT,
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<BreachCategory> {
    Column() {
      super(BreachCategory.class);
    }
  }
}
