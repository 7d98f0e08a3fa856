package org.customerfocus.customer.importing;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a file is written.
enum FileFormat implements WireEnum {
  CSV,
  /// One JSON object a line.
  NDJSON;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<FileFormat> {
    Column() {
      super(FileFormat.class);
    }
  }
}
