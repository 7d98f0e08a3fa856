package org.customerfocus.customer.duplicate;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What people think of a pair.
enum DuplicateStatus implements WireEnum {
  OPEN,
  CONFIRMED,
  REJECTED;

  List<DuplicateStatus> next() {
    return switch (this) {
      case OPEN -> List.of(CONFIRMED, REJECTED);
      case CONFIRMED -> List.of(OPEN, REJECTED);
      case REJECTED -> List.of(OPEN, CONFIRMED);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<DuplicateStatus> {
    Column() {
      super(DuplicateStatus.class);
    }
  }
}
