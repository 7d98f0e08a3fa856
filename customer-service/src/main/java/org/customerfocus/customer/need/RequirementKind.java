package org.customerfocus.customer.need;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a customer holds to a requirement.
enum RequirementKind implements WireEnum {
  /// Without it they are not satisfied.
  REQUIREMENT,
  /// They would like it.
  WANT,
  /// They assume it.
  EXPECTATION,
  /// What satisfaction and loyalty depend on most.
  KEY_DRIVER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<RequirementKind> {
    Column() {
      super(RequirementKind.class);
    }
  }
}
