package org.customerfocus.survey.gemba;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a visit is in its life.
enum GembaStatus implements WireEnum {
  /// Somebody is to go.
  PLANNED,
  /// Somebody went.
  DONE,
  /// Nobody goes.
  CANCELLED;

  List<GembaStatus> allowed() {
    return this == PLANNED ? List.of(DONE, CANCELLED) : List.of();
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<GembaStatus> {
    Column() {
      super(GembaStatus.class);
    }
  }
}
