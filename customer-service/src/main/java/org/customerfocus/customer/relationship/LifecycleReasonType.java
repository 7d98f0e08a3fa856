package org.customerfocus.customer.relationship;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Why a customer left, as far as it can be counted.
public enum LifecycleReasonType implements WireEnum {
  /// Went to live or work where the provider is not.
  MOVED,
  PRICE,
  QUALITY,
  /// Prefers another provider, without a reason that is one of the others.
  SWITCHED,
  /// Needs nothing of the kind any more.
  NEED_ENDED,
  DECEASED,
  /// The organisation is no more.
  DISSOLVED,
  ENDED_BY_PROVIDER,
  UNKNOWN,
  /// What it is, the text says.
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<LifecycleReasonType> {
    Column() {
      super(LifecycleReasonType.class);
    }
  }
}
