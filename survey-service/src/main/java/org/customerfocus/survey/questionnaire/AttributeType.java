package org.customerfocus.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The kinds of respondent attribute.
public enum AttributeType {
  /// One of the attribute's options.
  CHOICE,
  /// Any short text, e.g. a city.
  TEXT,
  /// A number.
  NUMBER,
  /// `true` or `false`.
  BOOLEAN,
  /// A day.
  DATE;

  /// The name in JSON and in the database.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
