package org.customerfocus.survey.gemba;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What kind of thing was learned.
enum FindingKind implements WireEnum {
  /// Something stands in the customer's way.
  PROBLEM,
  /// Something helps, and is to be kept.
  STRENGTH,
  /// Something could be done that nobody has asked for.
  OPPORTUNITY,
  /// Why they come shows in what they do.
  NEED;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<FindingKind> {
    Column() {
      super(FindingKind.class);
    }
  }
}
