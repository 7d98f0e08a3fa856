package org.customerfocus.agreement.servicecredit;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How far a credit has come.
enum ServiceCreditStatus implements WireEnum {
  /// By the final result of its period; waits for a person.
  PROPOSED,
  /// Whom it is owed to has asked for it in time.
  CLAIMED,
  /// It is owed.
  APPROVED,
  /// It was paid, deducted or given.
  SETTLED,
  /// It is not owed after all.
  REJECTED,
  /// Nobody claimed it in time.
  LAPSED,
  /// A later result of its period took its place before it was approved, or tells anew what is
  /// overpaid.
  SUPERSEDED,
  /// A later result gives less than was granted; shown, and never reclaimed unasked.
  OVERPAID,
  /// Stacking or a cap leaves nothing of it.
  NOT_DUE;

  /// What a client may ask for in a patch; approval and settlement have operations of their own.
  List<ServiceCreditStatus> next() {
    return switch (this) {
      case PROPOSED -> List.of(CLAIMED, REJECTED);
      case CLAIMED -> List.of(REJECTED);
      case APPROVED, SETTLED, REJECTED, LAPSED, SUPERSEDED, OVERPAID, NOT_DUE -> List.of();
    };
  }

  /// Whether it waits for somebody to decide.
  boolean isOpen() {
    return this == PROPOSED || this == CLAIMED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ServiceCreditStatus> {
    Column() {
      super(ServiceCreditStatus.class);
    }
  }

  /// The kinds of the pure package, which knows no database.
  @Converter(autoApply = true)
  static final class Kinds extends WireColumn<CreditKind> {
    Kinds() {
      super(CreditKind.class);
    }
  }
}
