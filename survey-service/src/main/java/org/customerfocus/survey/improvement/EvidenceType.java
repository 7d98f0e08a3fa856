package org.customerfocus.survey.improvement;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What can lead to an improvement.
enum EvidenceType implements WireEnum {
  /// Many say it in their own words.
  THEME,
  /// A question that moves the score.
  DRIVER,
  /// A question where what was expected was not met.
  GAP,
  /// What was learned on a visit.
  FINDING,
  CASE,
  FEEDBACK,
  RESPONSE;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<EvidenceType> {
    Column() {
      super(EvidenceType.class);
    }
  }
}
