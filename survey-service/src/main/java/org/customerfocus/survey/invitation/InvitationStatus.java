package org.customerfocus.survey.invitation;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How far an invitation has come. It only ever goes forward.
public enum InvitationStatus implements WireEnum {
  /// Made, and not known to have arrived.
  OFFERED,
  DELIVERED,
  OPENED,
  STARTED,
  COMPLETED,
  /// It ended before it was completed.
  EXPIRED,
  /// It could not be delivered. Who finds a way all the same goes on from here.
  FAILED;

  boolean isStep() {
    return this != EXPIRED && this != FAILED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<InvitationStatus> {
    Column() {
      super(InvitationStatus.class);
    }
  }
}
