package org.customerfocus.customer.need;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// From what a need or requirement is known.
enum EvidenceKind implements WireEnum {
  SURVEY_RESPONSE,
  INTERVIEW,
  GEMBA_OBSERVATION,
  COMPLAINT,
  FEEDBACK,
  INTERACTION,
  DOCUMENT,
  OTHER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<EvidenceKind> {
    Column() {
      super(EvidenceKind.class);
    }
  }
}
