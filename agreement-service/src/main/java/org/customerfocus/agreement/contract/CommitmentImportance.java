package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How much a promise matters to the customer.
public enum CommitmentImportance implements WireEnum {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CommitmentImportance> {
    Column() {
      super(CommitmentImportance.class);
    }
  }
}
