package org.customerfocus.conventions.rule;

import org.customerfocus.conventions.wire.WireEnum;

/// How the rules of a group work together.
public enum Combinator implements WireEnum {
  AND,
  OR;

  /// The combinator of the negated rules (De Morgan).
  public Combinator dual() {
    return this == AND ? OR : AND;
  }
}
