package org.customerfocus.survey.listening;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What a method can hear.
enum MethodVoice implements WireEnum {
  /// What people say.
  SPOKEN,
  /// What shows in what they do.
  UNSPOKEN,
  BOTH;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MethodVoice> {
    Column() {
      super(MethodVoice.class);
    }
  }
}
