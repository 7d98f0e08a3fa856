package org.customerfocus.customer.need;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether customers say it, or it shows in what they do.
enum Voice implements WireEnum {
  /// They say so themselves.
  SPOKEN,
  /// Nobody says so: it is taken for granted, or not known to them, and has to be observed.
  UNSPOKEN;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Voice> {
    Column() {
      super(Voice.class);
    }
  }
}
