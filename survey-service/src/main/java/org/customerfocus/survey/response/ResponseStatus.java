package org.customerfocus.survey.response;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a response is in its life; the words are those of FHIR's QuestionnaireResponse.
public enum ResponseStatus implements WireEnum {
  /// Begun, and to be gone on with: it counts nowhere.
  IN_PROGRESS,
  /// Whole.
  COMPLETED,
  /// Whole, and corrected since; what it said before is kept.
  AMENDED,
  /// It should never have been recorded: it counts nowhere.
  ENTERED_IN_ERROR;

  /// What a change of status may lead to.
  public List<ResponseStatus> allowed() {
    return switch (this) {
      case IN_PROGRESS -> List.of(COMPLETED, ENTERED_IN_ERROR);
      case COMPLETED, AMENDED -> List.of(AMENDED, ENTERED_IN_ERROR);
      case ENTERED_IN_ERROR -> List.of();
    };
  }

  /// Whether results count it.
  public boolean counts() {
    return this == COMPLETED || this == AMENDED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ResponseStatus> {
    Column() {
      super(ResponseStatus.class);
    }
  }
}
