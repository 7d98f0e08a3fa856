package org.customerfocus.customer.organization;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a party belongs to an organisation.
public enum MembershipType implements WireEnum {
  /// A unit of the organisation.
  PART_OF,
  /// Someone who works in it or belongs to it.
  MEMBER_OF,
  /// Someone who uses what the organisation is provided with.
  USER_OF;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MembershipType> {
    Column() {
      super(MembershipType.class);
    }
  }
}
