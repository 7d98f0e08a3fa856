package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What entitles a person to sign.
public enum SignatureBasis implements WireEnum {
  /// The person is that side.
  SELF,
  /// The person is all there is of the organisation that is that side.
  ONLY_PERSON,
  /// A recorded signing authority.
  AUTHORITY;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<SignatureBasis> {
    Column() {
      super(SignatureBasis.class);
    }
  }
}
