package org.customerfocus.survey.campaign;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How far the work on an audience is.
enum Phase implements WireEnum {
  /// Not begun.
  WAITING,
  /// Who could be asked is being found out.
  GATHERING,
  /// Who could be asked is known, and the sample is being drawn.
  DRAWING,
  /// Those who were drawn are being invited.
  INVITING,
  /// Nobody is left to decide about.
  SETTLED;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Phase> {
    Column() {
      super(Phase.class);
    }
  }
}
