package org.customerfocus.survey.counting;

import org.jspecify.annotations.Nullable;

/// Those who gave one answer, or have one value of an attribute.
///
/// @param value the value as text; null for those without one
/// @param nonAnswer why there is none
public record Part(@Nullable String value, @Nullable String nonAnswer) {

  /// All respondents, where nothing is split.
  public static final Part WHOLE = new Part(null, null);
}
