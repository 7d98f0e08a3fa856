package org.customerfocus.survey.text;

import java.util.Map;
import java.util.Set;

/// A theme: what it is called, and the terms that speak of it.
///
/// @param name the leading term as it is mostly written
/// @param terms stems to how they are mostly written, the leading one first
public record FoundTheme(String name, Map<String, String> terms) {

  /// Whether a text speaks of it: it holds any of its terms.
  ///
  /// @param held the terms of the text
  public static boolean isMet(Set<String> terms, Set<String> held) {
    return terms.stream().anyMatch(held::contains);
  }
}
