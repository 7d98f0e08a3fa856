package org.customerfocus.customer.segment;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How a segment says who is in it.
public enum SegmentKind implements WireEnum {
  RULE,
  LIST;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<SegmentKind> {
    Column() {
      super(SegmentKind.class);
    }
  }
}
