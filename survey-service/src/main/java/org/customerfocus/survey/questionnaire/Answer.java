package org.customerfocus.survey.questionnaire;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/// The answer to one question: exactly one of its members besides the id, the one that the
/// question's type wants, or a non-answer.
///
/// @param otherText own words that go with a chosen option of free text
public record Answer(
    @NotNull @Size(min = 1, max = 64) String linkId,
    @Nullable @Min(-100) @Max(100) Integer value,
    @Nullable @Size(min = 1, max = 500) List<@NotNull @Size(min = 1, max = 64) String> optionCodes,
    @Nullable BigDecimal number,
    @Nullable @Size(min = 1, max = 10_000) String text,
    @Nullable LocalDate date,
    @Nullable Boolean accepted,
    @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Allocation> allocation,
    @Nullable @Size(min = 1, max = 64) String nonAnswer,
    @Nullable @Size(min = 1, max = 2000) String otherText) {

  private static final EmailValidator EMAIL = EmailValidator.getInstance();
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  public static Answer ofValue(String linkId, int value) {
    return new Answer(linkId, value, null, null, null, null, null, null, null, null);
  }

  public static Answer ofOptions(String linkId, List<String> codes) {
    return new Answer(linkId, null, List.copyOf(codes), null, null, null, null, null, null, null);
  }

  public static Answer ofNumber(String linkId, BigDecimal number) {
    return new Answer(linkId, null, null, number, null, null, null, null, null, null);
  }

  public static Answer ofText(String linkId, String text) {
    return new Answer(linkId, null, null, null, text, null, null, null, null, null);
  }

  public static Answer ofDate(String linkId, LocalDate date) {
    return new Answer(linkId, null, null, null, null, date, null, null, null, null);
  }

  public static Answer ofAccepted(String linkId, boolean accepted) {
    return new Answer(linkId, null, null, null, null, null, accepted, null, null, null);
  }

  public static Answer ofAllocation(String linkId, List<Allocation> allocation) {
    return new Answer(
        linkId, null, null, null, null, null, null, List.copyOf(allocation), null, null);
  }

  public static Answer ofNonAnswer(String linkId, String code) {
    return new Answer(linkId, null, null, null, null, null, null, null, code, null);
  }

  /// What is wrong with it as an answer to this question; pointers start at the answer.
  public List<Violation> violations(Item question) {
    Set<AnswerMember> given = given();
    AnswerMember wanted = question.type().member();
    if (given.size() != 1 || !(given.contains(wanted) || nonAnswer != null)) {
      return List.of(
          new Violation(
              "",
              "An answer to a question of type "
                  + question.type().wire()
                  + " has either "
                  + wanted.property()
                  + " or nonAnswer; this one has "
                  + (given.isEmpty() ? "neither" : names(given))
                  + "."));
    }
    if (nonAnswer != null && !question.hasNonAnswer(nonAnswer)) {
      return List.of(
          new Violation("/nonAnswer", "\"" + nonAnswer + "\" is no non-answer of this question."));
    }
    if (otherText != null && !chosenTakesText(question)) {
      return List.of(
          new Violation("/otherText", "No chosen option of this question takes own words."));
    }
    if (nonAnswer != null) {
      return List.of();
    }
    return switch (wanted) {
      case VALUE -> scaleViolations(question.answerScale(), Objects.requireNonNull(value));
      case OPTION_CODES -> optionViolations(question, Objects.requireNonNull(optionCodes));
      case ALLOCATION -> allocationViolations(question, Objects.requireNonNull(allocation));
      case NUMBER ->
          storable(Objects.requireNonNull(number))
              ? question.answerLimits().check(number)
              : List.of(new Violation("/number", "A number has at most 15 digits and 9 decimals."));
      case DATE ->
          storable(Objects.requireNonNull(date))
              ? question.answerLimits().check(date)
              : List.of(new Violation("/date", "A date lies in the years 1583 to 9999."));
      case TEXT -> textViolations(question, Objects.requireNonNull(text));
      case ACCEPTED, NON_ANSWER -> List.of();
    };
  }

  private boolean chosenTakesText(Item question) {
    return optionCodes != null
        && optionCodes.stream()
            .map(question::option)
            .anyMatch(option -> option != null && option.takesText());
  }

  private static List<Violation> textViolations(Item question, String text) {
    if (question.type() == ItemType.EMAIL && !EMAIL.isValid(text)) {
      return List.of(new Violation("/text", "must be an e-mail address."));
    }
    if (question.type() == ItemType.PHONE && !isPhone(text)) {
      return List.of(
          new Violation("/text", "must be a telephone number with + and the country code."));
    }
    if (question.type() == ItemType.SHORT_TEXT
        && text.chars().anyMatch(each -> each == '\n' || each == '\r')) {
      return List.of(new Violation("/text", "must be one line."));
    }
    return question.answerLimits().check(text);
  }

  private static boolean isPhone(String text) {
    try {
      return PHONES.isValidNumber(PHONES.parse(text, null));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static List<Violation> allocationViolations(Item question, List<Allocation> shares) {
    Set<String> seen = new HashSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      String code = shares.get(i).optionCode();
      BigDecimal amount = shares.get(i).amount();
      String at = "/allocation/" + i;
      if (!question.hasOption(code)) {
        return List.of(
            new Violation(at + "/optionCode", "\"" + code + "\" is no option of this question."));
      }
      if (!seen.add(code)) {
        return List.of(new Violation(at + "/optionCode", "\"" + code + "\" is given twice."));
      }
      if (amount.signum() < 0 || !storable(amount)) {
        return List.of(
            new Violation(at + "/amount", "is zero or more, of at most 15 digits and 9 decimals."));
      }
      sum = sum.add(amount);
    }
    BigDecimal total = Objects.requireNonNull(question.answerLimits().total());
    return sum.compareTo(total) == 0
        ? List.of()
        : List.of(
            new Violation(
                "/allocation",
                "The amounts add up to %s instead of %s."
                    .formatted(sum.toPlainString(), total.toPlainString())));
  }

  /// Whether the number fits what is stored: 15 digits before and 9 after the point.
  public static boolean storable(BigDecimal number) {
    // As a long: the scale of 1e2147483647 is so far below zero that an int would overflow.
    return number.scale() <= 9 && (long) number.precision() - number.scale() <= 15;
  }

  /// Whether the date has a year that ISO 8601 writes with four digits and that is wholly of the
  /// Gregorian calendar: earlier days are others in the Julian calendar, which databases' drivers
  /// read them in.
  static boolean storable(LocalDate date) {
    return date.getYear() >= 1583 && date.getYear() <= 9999;
  }

  private static List<Violation> scaleViolations(Scale scale, int value) {
    return scale.contains(value)
        ? List.of()
        : List.of(
            new Violation(
                "/value", value + " lies outside the scale " + scale + " of this question."));
  }

  private static List<Violation> optionViolations(Item question, List<String> codes) {
    if (question.type() == ItemType.SINGLE_CHOICE && codes.size() > 1) {
      return List.of(new Violation("/optionCodes", "This question takes one option only."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      if (!question.hasOption(code)) {
        return List.of(
            new Violation("/optionCodes/" + i, "\"" + code + "\" is no option of this question."));
      }
      if (!seen.add(code)) {
        return List.of(new Violation("/optionCodes/" + i, "\"" + code + "\" is chosen twice."));
      }
      if (codes.size() > 1 && Objects.requireNonNull(question.option(code)).standsAlone()) {
        return List.of(
            new Violation("/optionCodes/" + i, "\"" + code + "\" excludes all other options."));
      }
    }
    return question.answerLimits().checkChoices(codes.size());
  }

  private Set<AnswerMember> given() {
    Set<AnswerMember> given = EnumSet.noneOf(AnswerMember.class);
    note(given, AnswerMember.VALUE, value);
    note(given, AnswerMember.OPTION_CODES, optionCodes);
    note(given, AnswerMember.NUMBER, number);
    note(given, AnswerMember.TEXT, text);
    note(given, AnswerMember.DATE, date);
    note(given, AnswerMember.ACCEPTED, accepted);
    note(given, AnswerMember.ALLOCATION, allocation);
    note(given, AnswerMember.NON_ANSWER, nonAnswer);
    return given;
  }

  private static void note(Set<AnswerMember> given, AnswerMember member, @Nullable Object value) {
    if (value != null) {
      given.add(member);
    }
  }

  private static String names(Set<AnswerMember> members) {
    return members.stream().map(AnswerMember::property).collect(Collectors.joining(", "));
  }
}
