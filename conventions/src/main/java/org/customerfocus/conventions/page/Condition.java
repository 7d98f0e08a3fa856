package org.customerfocus.conventions.page;

import java.util.Map;

/// A piece of HQL with its parameters; values are always bound, never written into the text.
record Condition(String hql, Map<String, Object> parameters) {

  static final Condition ALL = new Condition("1 = 1", Map.of());
}
