package org.customerfocus.customer.merge;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a merge is in its life.
enum MergeStatus implements WireEnum {
  MERGED,
  UNDONE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MergeStatus> {
    Column() {
      super(MergeStatus.class);
    }
  }
}
