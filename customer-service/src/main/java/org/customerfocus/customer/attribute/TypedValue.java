package org.customerfocus.customer.attribute;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.customerfocus.conventions.http.Texts;
import org.customerfocus.conventions.rule.Millionths;
import org.customerfocus.conventions.time.TimeLimits;
import org.jspecify.annotations.Nullable;

/// A value in the form in which it is stored: exactly one member is there.
///
/// @param integer whole numbers as they are, decimals as [Millionths]
record TypedValue(
    @Nullable String text,
    @Nullable Long integer,
    @Nullable Boolean truth,
    @Nullable LocalDate date,
    @Nullable Instant instant) {

  static final int MAX_TEXT = 500;

  /// Reads a value of the body.
  ///
  /// @param json text, a number in canonical form, or a boolean
  /// @throws IllegalArgumentException with what would be right
  static TypedValue read(AttributeType type, Object json) {
    try {
      return switch (type) {
        case TEXT, CHOICE -> ofText(json);
        case INTEGER -> ofInteger(number(json).longValueExact());
        case DECIMAL -> ofInteger(Millionths.of(number(json)));
        case BOOLEAN -> new TypedValue(null, null, as(Boolean.class, json), null, null);
        case DATE ->
            new TypedValue(
                null, null, null, TimeLimits.check(LocalDate.parse(as(String.class, json))), null);
        case INSTANT ->
            new TypedValue(
                null, null, null, null, TimeLimits.check(Instant.parse(as(String.class, json))));
      };
    } catch (ClassCastException | ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException("must be " + expected(type), e);
    }
  }

  /// What a body would have in the place of a cell's text.
  static Object ofCell(AttributeType type, String text) {
    try {
      return switch (type) {
        case INTEGER, DECIMAL -> new BigDecimal(text);
        case BOOLEAN -> text.equals("true") ? true : text.equals("false") ? false : text;
        case TEXT, CHOICE, DATE, INSTANT -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static TypedValue ofText(Object json) {
    String text = as(String.class, json);
    if (text.isBlank() || !Texts.storable(text) || text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("must be " + expected(AttributeType.TEXT));
    }
    return new TypedValue(text, null, null, null, null);
  }

  private static TypedValue ofInteger(long number) {
    return new TypedValue(null, number, null, null, null);
  }

  private static BigDecimal number(Object json) {
    return as(BigDecimal.class, json);
  }

  private static <T> T as(Class<T> type, Object json) {
    return type.cast(json);
  }

  /// The value as a body shows it.
  Object json(AttributeType type) {
    Object stored =
        Stream.of(text, integer, truth, date, instant)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    if (integer != null) {
      return AttributeValues.canonical(
          type == AttributeType.DECIMAL
              ? Millionths.toDecimal(integer)
              : BigDecimal.valueOf(integer));
    }
    return date != null || instant != null ? stored.toString() : stored;
  }

  private static String expected(AttributeType type) {
    return switch (type) {
      case TEXT, CHOICE -> "text of 1 to %d characters that is not blank".formatted(MAX_TEXT);
      case INTEGER -> "a whole number of at most 18 digits";
      case DECIMAL -> "a number of at most 12 digits before the point and 6 after it";
      case BOOLEAN -> "true or false";
      case DATE -> "a date such as 2026-11-21";
      case INSTANT -> "an instant in UTC such as 2026-11-21T09:30:00Z";
    };
  }
}
