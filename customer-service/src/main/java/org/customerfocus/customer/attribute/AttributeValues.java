package org.customerfocus.customer.attribute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The `attributes` of a body in one form, so that equal ones are equal.
public final class AttributeValues {

  private AttributeValues() {}

  /// Ordered by code, numbers without trailing zeros, null members left out as a merge patch clears
  /// them; null instead of an empty map.
  public static @Nullable Map<String, Object> canonical(
      @Nullable Map<String, @Nullable Object> attributes) {
    if (attributes == null) {
      return null;
    }
    Map<String, Object> canonical = new TreeMap<>();
    attributes.forEach(
        (code, value) -> {
          if (value != null) {
            canonical.put(code, canonical(value));
          }
        });
    return canonical.isEmpty() ? null : Collections.unmodifiableMap(canonical);
  }

  static Object canonical(Object value) {
    return switch (value) {
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case BigDecimal number -> stripped(number);
      default -> value;
    };
  }

  static @Nullable BigDecimal number(@Nullable BigDecimal number) {
    return number == null ? null : stripped(number);
  }

  private static BigDecimal stripped(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    // Written out, a large exponent would be a number of as many digits.
    return stripped.scale() < 0 && stripped.scale() > -30 ? stripped.setScale(0) : stripped;
  }
}
