package org.customerfocus.customer.consent;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What makes the processing lawful (GDPR, Article 6(1)).
public enum LegalBasis implements WireEnum {
  CONSENT,
  CONTRACT,
  LEGAL_OBLIGATION,
  VITAL_INTERESTS,
  PUBLIC_TASK,
  LEGITIMATE_INTERESTS;

  /// Whether it binds whatever the party wants. Consent can be withdrawn (Article 7(3)); to a
  /// public task and to legitimate interests the party can object (Article 21); to the rest it
  /// cannot.
  boolean binding() {
    return switch (this) {
      case CONTRACT, LEGAL_OBLIGATION, VITAL_INTERESTS -> true;
      case CONSENT, PUBLIC_TASK, LEGITIMATE_INTERESTS -> false;
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<LegalBasis> {
    Column() {
      super(LegalBasis.class);
    }
  }
}
