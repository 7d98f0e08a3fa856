package org.customerfocus.conventions.page;

import java.util.Map;

/// A piece of HQL or SQL with its parameters; values are always bound, never written into the text.
public record Condition(String text, Map<String, Object> parameters) {

  static final Condition ALL = new Condition("1 = 1", Map.of());
}
