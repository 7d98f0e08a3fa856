package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The value of one respondent attribute: exactly one member, the one of the attribute's type.
///
/// @param code for `choice`: the code of an option
/// @param truth for `boolean`
public record AttributeValue(
    @Nullable @Size(min = 1, max = 64) String code,
    @Nullable @Size(min = 1, max = 500) String text,
    @Nullable BigDecimal number,
    @Nullable Boolean truth,
    @Nullable LocalDate date) {

  public static AttributeValue ofCode(String code) {
    return new AttributeValue(code, null, null, null, null);
  }

  public static AttributeValue ofText(String text) {
    return new AttributeValue(null, text, null, null, null);
  }

  public static AttributeValue ofNumber(BigDecimal number) {
    return new AttributeValue(null, null, number, null, null);
  }

  public static AttributeValue ofTruth(boolean truth) {
    return new AttributeValue(null, null, null, truth, null);
  }

  public static AttributeValue ofDate(LocalDate date) {
    return new AttributeValue(null, null, null, null, date);
  }

  /// What is wrong with it as a value of this attribute, or null.
  @Nullable String violation(Attribute attribute) {
    Object wanted =
        switch (attribute.type()) {
          case CHOICE -> code;
          case TEXT -> text;
          case NUMBER -> number;
          case BOOLEAN -> truth;
          case DATE -> date;
        };
    long given = Stream.of(code, text, number, truth, date).filter(Objects::nonNull).count();
    if (wanted == null || given != 1) {
      return "A value of an attribute of type "
          + attribute.type().wire()
          + " has the member "
          + memberOf(attribute.type())
          + " and no other.";
    }
    if (number != null && !Answer.storable(number)) {
      return "A number has at most 15 digits and 9 decimals.";
    }
    if (date != null && !Answer.storable(date)) {
      return "A date lies in the years 1583 to 9999.";
    }
    if (code != null
        && attribute.optionList().stream().noneMatch(option -> option.code().equals(code))) {
      return "\"" + code + "\" is no option of this attribute.";
    }
    return null;
  }

  private static String memberOf(AttributeType type) {
    return switch (type) {
      case CHOICE -> "code";
      case TEXT -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "truth";
      case DATE -> "date";
    };
  }
}
