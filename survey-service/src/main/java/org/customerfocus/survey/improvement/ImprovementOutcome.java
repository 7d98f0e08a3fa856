package org.customerfocus.survey.improvement;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether an improvement helped.
enum ImprovementOutcome implements WireEnum {
  /// Nobody has looked yet.
  UNVERIFIED,
  /// The score is significantly better.
  VERIFIED,
  /// It is not: as before, or worse.
  NOT_VERIFIED,
  /// Too few answers tell.
  INSUFFICIENT;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ImprovementOutcome> {
    Column() {
      super(ImprovementOutcome.class);
    }
  }
}
