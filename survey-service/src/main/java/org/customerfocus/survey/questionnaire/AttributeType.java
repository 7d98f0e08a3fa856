package org.customerfocus.survey.questionnaire;

import org.customerfocus.conventions.wire.WireEnum;

/// The kinds of respondent attribute.
public enum AttributeType implements WireEnum {
  /// One of the attribute's options.
  CHOICE,
  /// Any short text, e.g. a city.
  TEXT,
  /// A number.
  NUMBER,
  /// `true` or `false`.
  BOOLEAN,
  /// A day.
  DATE
}
