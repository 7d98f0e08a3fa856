package org.customerfocus.survey.attachment;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where the bytes of an attachment lie.
enum AttachmentStore implements WireEnum {
  /// In PostgreSQL, with everything else.
  DATABASE,
  /// As an object in a store that speaks S3.
  S3;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AttachmentStore> {
    Column() {
      super(AttachmentStore.class);
    }
  }
}
