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
    return accepts(BigDecimal.valueOf(part), BigDecimal.valueOf(base));
  }

  /// Whether the fraction lies on the wanted side, decided exactly: no division, no rounding.
  ///
  /// @param denominator above 0
  public boolean accepts(BigDecimal numerator, BigDecimal denominator) {
    return comparator.accepts(numerator.compareTo(value.multiply(denominator)));
  }

  /// Whether more is better.
  public boolean isFloor() {
    return comparator == Comparator.AT_LEAST || comparator == Comparator.ABOVE;
  }

  /// The bound that is missed by no more than the tolerance.
  public Bound within(BigDecimal tolerance) {
    return new Bound(comparator, isFloor() ? value.subtract(tolerance) : value.add(tolerance));
  }
}
