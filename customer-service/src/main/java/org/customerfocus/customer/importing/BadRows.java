package org.customerfocus.customer.importing;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What rows that are wrong mean for the others.
enum BadRows implements WireEnum {
  /// One of them keeps all rows out.
  REFUSE,
  /// The good rows are recorded, the bad ones listed.
  SKIP_BAD_ROWS;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<BadRows> {
    Column() {
      super(BadRows.class);
    }
  }
}
