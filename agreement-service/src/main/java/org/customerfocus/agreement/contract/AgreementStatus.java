package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// The life of an agreement.
public enum AgreementStatus implements WireEnum {
  /// Still being written; promises nothing.
  DRAFT,
  /// Offered to both sides for signature; its wording stays as it is.
  PROPOSED,
  /// In force.
  ACTIVE,
  /// Agreed, and not held to for the time being.
  SUSPENDED,
  /// Its term is over.
  EXPIRED,
  /// Ended before its term, or never taken up; what was measured until then still counts.
  TERMINATED,
  /// Its term is over, and another agreement goes on from there.
  RENEWED;

  /// What a client may ask for next. What time and signatures bring comes by itself.
  List<AgreementStatus> next() {
    return switch (this) {
      case DRAFT -> List.of(PROPOSED);
      case PROPOSED -> List.of(DRAFT, TERMINATED);
      case ACTIVE -> List.of(SUSPENDED, TERMINATED);
      case SUSPENDED -> List.of(ACTIVE, TERMINATED);
      case EXPIRED, TERMINATED, RENEWED -> List.of();
    };
  }

  /// Whether nobody is bound yet.
  boolean isOpen() {
    return this == DRAFT || this == PROPOSED;
  }

  /// Whether both sides are bound now.
  boolean isInForce() {
    return this == ACTIVE || this == SUSPENDED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AgreementStatus> {
    Column() {
      super(AgreementStatus.class);
    }
  }
}
