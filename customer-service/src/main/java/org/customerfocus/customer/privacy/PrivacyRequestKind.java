package org.customerfocus.customer.privacy;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What a party asks for (GDPR, Articles 15, 20, 16 and 17).
enum PrivacyRequestKind implements WireEnum {
  ACCESS,
  PORTABILITY,
  RECTIFICATION,
  ERASURE;

  /// Whether an archive answers it.
  boolean asksForArchive() {
    return this == ACCESS || this == PORTABILITY;
  }

  /// Whether the platform does the work; a rectification is the work of a person.
  boolean automatic() {
    return this != RECTIFICATION;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<PrivacyRequestKind> {
    Column() {
      super(PrivacyRequestKind.class);
    }
  }
}
