package org.customerfocus.survey.listening;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where the platform sees that a method was used.
enum MethodSource implements WireEnum {
  /// Responses to surveys.
  RESPONSES,
  /// Feedback of any form.
  FEEDBACK,
  /// Visits that are done.
  VISITS,
  /// Nowhere: it is listed, and nothing is counted.
  NONE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MethodSource> {
    Column() {
      super(MethodSource.class);
    }
  }
}
