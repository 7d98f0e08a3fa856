package org.customerfocus.survey.feedback;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What kind of thing feedback says.
public enum FeedbackForm implements WireEnum {
  /// Something was good.
  COMPLIMENT,
  /// Something could be better.
  SUGGESTION,
  /// Something was not as it should be, and an answer is expected (ISO 10002).
  COMPLAINT,
  /// Something is not known.
  QUESTION,
  /// Something was seen or noticed.
  OBSERVATION;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<FeedbackForm> {
    Column() {
      super(FeedbackForm.class);
    }
  }
}
