package org.customerfocus.customer.duplicate;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a scan is: it profiles every party, learns from the register, compares, and is done.
enum ScanStatus implements WireEnum {
  QUEUED,
  PROFILING,
  LEARNING,
  COMPARING,
  COMPLETED,
  FAILED;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ScanStatus> {
    Column() {
      super(ScanStatus.class);
    }
  }
}
