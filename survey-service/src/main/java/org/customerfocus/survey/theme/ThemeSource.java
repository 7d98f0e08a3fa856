package org.customerfocus.survey.theme;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whose words are looked at.
enum ThemeSource implements WireEnum {
  /// Open answers to a survey.
  RESPONSES,
  /// Feedback of any form.
  FEEDBACK;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ThemeSource> {
    Column() {
      super(ThemeSource.class);
    }
  }
}
