package org.customerfocus.survey.improvement;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether somebody was told.
enum NotificationStatus implements WireEnum {
  TO_TELL,
  TOLD,
  /// They are not to be told, and it is said why.
  NOT_TOLD;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<NotificationStatus> {
    Column() {
      super(NotificationStatus.class);
    }
  }
}
