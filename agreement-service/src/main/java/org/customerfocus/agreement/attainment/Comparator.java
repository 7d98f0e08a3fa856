package org.customerfocus.agreement.attainment;

import org.customerfocus.conventions.wire.WireEnum;

/// How a quantity has to stand to its bound.
public enum Comparator implements WireEnum {
  AT_LEAST,
  ABOVE,
  AT_MOST,
  BELOW;

  /// Whether the outcome of `quantity.compareTo(bound)` satisfies this comparator.
  public boolean accepts(int comparison) {
    return switch (this) {
      case AT_LEAST -> comparison >= 0;
      case ABOVE -> comparison > 0;
      case AT_MOST -> comparison <= 0;
      case BELOW -> comparison < 0;
    };
  }
}
