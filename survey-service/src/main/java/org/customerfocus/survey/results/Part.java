package org.customerfocus.survey.results;

import org.jspecify.annotations.Nullable;

/// Those who gave one answer, or have one value of an attribute.
///
/// @param value the value as text; null for those without one
/// @param nonAnswer why there is none
record Part(@Nullable String value, @Nullable String nonAnswer) {

  /// All respondents, where nothing is split.
  static final Part WHOLE = new Part(null, null);
}
