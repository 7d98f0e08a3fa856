package org.customerfocus.survey.complaint;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How much of something, such as severity or impact.
public enum CaseWeight implements WireEnum {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CaseWeight> {
    Column() {
      super(CaseWeight.class);
    }
  }
}
