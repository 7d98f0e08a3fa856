package org.customerfocus.conventions.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.http.Texts;
import org.customerfocus.conventions.time.TimeLimits;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// The values of fields as text, in rules and cursors.
public final class Values {

  private Values() {}

  /// @throws IllegalArgumentException, ArithmeticException or DateTimeException when it is none
  public static Object read(Class<?> type, String text) {
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((WireEnum) constant).wire().equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException();
    }
    return switch (type.getSimpleName()) {
      case "String" -> storable(text);
      case "UUID" -> uuid(text);
      case "Boolean" -> bool(text);
      case "Integer" -> Integer.valueOf(text);
      case "Long" -> Long.valueOf(text);
      case "BigDecimal" -> Millionths.of(new BigDecimal(text));
      case "LocalDate" -> TimeLimits.check(LocalDate.parse(text));
      case "Instant" -> TimeLimits.check(Instant.parse(text));
      default -> throw new IllegalStateException("Unsupported " + type);
    };
  }

  public static String write(Object value) {
    return value instanceof WireEnum wire ? wire.wire() : value.toString();
  }

  static boolean ordered(Class<?> type) {
    return !type.isEnum() && type != Boolean.class;
  }

  /// The first text above all that start with the prefix, by code point; null where there is none.
  public static @Nullable String prefixEnd(String prefix) {
    int[] points = prefix.codePoints().toArray();
    for (int last = points.length - 1; last >= 0; last--) {
      int next = points[last] + 1;
      if (next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE) {
        next = Character.MAX_SURROGATE + 1;
      }
      if (next <= Character.MAX_CODE_POINT) {
        return new String(points, 0, last) + Character.toString(next);
      }
    }
    return null;
  }

  private static String storable(String text) {
    if (!Texts.storable(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  // UUID.fromString accepts "1-2-3-4-5".
  private static UUID uuid(String text) {
    if (text.length() != 36) {
      throw new IllegalArgumentException();
    }
    return UUID.fromString(text);
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  static String name(Class<?> type) {
    if (type.isEnum()) {
      return "known value";
    }
    return switch (type.getSimpleName()) {
      case "Integer", "Long" -> "whole number";
      case "BigDecimal" -> "number of at most six decimal places";
      case "LocalDate" -> "date such as 2026-11-21 nor a period such as -P90D";
      case "Instant" -> "instant such as 2026-11-21T09:30:00Z nor a period such as -P90D";
      case "Boolean" -> "true or false";
      default -> type.getSimpleName();
    };
  }
}
