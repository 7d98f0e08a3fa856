package org.customerfocus.customer.privacy;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How far a request is.
enum PrivacyRequestStatus implements WireEnum {
  RECEIVED,
  IN_PROGRESS,
  COMPLETED,
  REFUSED;

  /// What a person may set next; the platform itself completes what it does itself.
  List<PrivacyRequestStatus> allowed(PrivacyRequestKind kind) {
    return switch (this) {
      case RECEIVED -> List.of(IN_PROGRESS, REFUSED);
      case IN_PROGRESS -> kind.automatic() ? List.of() : List.of(COMPLETED, REFUSED);
      case COMPLETED, REFUSED -> List.of();
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<PrivacyRequestStatus> {
    Column() {
      super(PrivacyRequestStatus.class);
    }
  }
}
