package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;

/// A number and the side of it that is wanted: at least 0.95, at most 15.
public record Bound(Comparator comparator, BigDecimal value) {

  /// Whether the quantity lies on the wanted side.
  public boolean accepts(BigDecimal quantity) {
    return comparator.accepts(quantity.compareTo(value));
  }

  /// Whether the fraction lies on the wanted side, decided exactly: no division, no rounding.
  ///
  /// @param base above 0
  boolean accepts(long part, long base) {
    BigDecimal bound = value.multiply(BigDecimal.valueOf(base));
    return comparator.accepts(BigDecimal.valueOf(part).compareTo(bound));
  }
}
