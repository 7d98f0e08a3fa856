package org.customerfocus.survey.complaint;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// The stages of a complaint.
///
/// Source: ISO 10002:2018, clauses 7.2 to 7.9: receipt, acknowledgement, initial assessment,
/// investigation, response, communicating the decision, closing.
public enum CaseStatus implements WireEnum {
  RECEIVED,
  ACKNOWLEDGED,
  /// How severe it is, and what hangs on it, is known.
  ASSESSED,
  INVESTIGATED,
  RESPONDED,
  DECISION_COMMUNICATED,
  CLOSED,
  /// The customer does not leave it at that.
  REOPENED;

  /// What it can become: a simple case needs no investigation, and a response may lead to another.
  public List<CaseStatus> next() {
    return switch (this) {
      case RECEIVED -> List.of(ACKNOWLEDGED);
      case ACKNOWLEDGED -> List.of(ASSESSED);
      case ASSESSED -> List.of(INVESTIGATED, RESPONDED);
      case INVESTIGATED -> List.of(RESPONDED);
      case RESPONDED -> List.of(INVESTIGATED, DECISION_COMMUNICATED);
      case DECISION_COMMUNICATED -> List.of(CLOSED, INVESTIGATED);
      case CLOSED -> List.of(REOPENED);
      case REOPENED -> List.of(ASSESSED, INVESTIGATED, RESPONDED);
    };
  }

  /// Whether a case that has come so far has been through the stage. Who investigates may have
  /// responded before; that is not known of them.
  boolean isPast(CaseStatus stage) {
    return compareTo(stage) >= 0;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CaseStatus> {
    Column() {
      super(CaseStatus.class);
    }
  }
}
