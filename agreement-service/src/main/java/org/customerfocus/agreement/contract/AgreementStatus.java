package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// The life of an agreement.
public enum AgreementStatus implements WireEnum {
  /// Still being written; promises nothing.
  DRAFT,
  /// In force; its terms no longer change.
  ACTIVE,
  /// Ended; what was measured until then still counts.
  TERMINATED;

  /// What may come next.
  List<AgreementStatus> next() {
    return switch (this) {
      case DRAFT -> List.of(ACTIVE);
      case ACTIVE -> List.of(TERMINATED);
      case TERMINATED -> List.of();
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AgreementStatus> {
    Column() {
      super(AgreementStatus.class);
    }
  }
}
