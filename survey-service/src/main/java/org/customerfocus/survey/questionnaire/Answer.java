package org.customerfocus.survey.questionnaire;

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
import org.jspecify.annotations.Nullable;

/// The answer to one question: exactly one of its members besides the id, the one that the
/// question's type wants, or a non-answer.
public record Answer(
    @NotNull @Size(min = 1, max = 64) String linkId,
    @Nullable @Min(-100) @Max(100) Integer value,
    @Nullable @Size(min = 1, max = 500) List<@NotNull @Size(min = 1, max = 64) String> optionCodes,
    @Nullable BigDecimal number,
    @Nullable @Size(min = 1, max = 10_000) String text,
    @Nullable LocalDate date,
    @Nullable @Size(min = 1, max = 64) String nonAnswer) {

  public static Answer ofValue(String linkId, int value) {
    return new Answer(linkId, value, null, null, null, null, null);
  }

  public static Answer ofOptions(String linkId, List<String> codes) {
    return new Answer(linkId, null, List.copyOf(codes), null, null, null, null);
  }

  public static Answer ofNumber(String linkId, BigDecimal number) {
    return new Answer(linkId, null, null, number, null, null, null);
  }

  public static Answer ofText(String linkId, String text) {
    return new Answer(linkId, null, null, null, text, null, null);
  }

  public static Answer ofDate(String linkId, LocalDate date) {
    return new Answer(linkId, null, null, null, null, date, null);
  }

  public static Answer ofNonAnswer(String linkId, String code) {
    return new Answer(linkId, null, null, null, null, null, code);
  }

  /// What is wrong with it as an answer to this question; pointers start at the answer.
  List<Violation> violations(Question question) {
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
    if (nonAnswer != null) {
      return question.hasNonAnswer(nonAnswer)
          ? List.of()
          : List.of(
              new Violation(
                  "/nonAnswer", "\"" + nonAnswer + "\" is no non-answer of this question."));
    }
    return switch (wanted) {
      case VALUE -> scaleViolations(question.answerScale(), Objects.requireNonNull(value));
      case OPTION_CODES -> optionViolations(question, Objects.requireNonNull(optionCodes));
      case NUMBER ->
          storable(Objects.requireNonNull(number))
              ? List.of()
              : List.of(new Violation("/number", "A number has at most 15 digits and 9 decimals."));
      case DATE ->
          storable(Objects.requireNonNull(date))
              ? List.of()
              : List.of(new Violation("/date", "A date lies in the years 1 to 9999."));
      case TEXT, NON_ANSWER -> List.of();
    };
  }

  /// Whether the number fits what is stored: 15 digits before and 9 after the point.
  public static boolean storable(BigDecimal number) {
    // As a long: the scale of 1e2147483647 is so far below zero that an int would overflow.
    return number.scale() <= 9 && (long) number.precision() - number.scale() <= 15;
  }

  /// Whether the date has a year that ISO 8601 writes with four digits, after the year 0.
  static boolean storable(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }

  private static List<Violation> scaleViolations(Scale scale, int value) {
    return scale.contains(value)
        ? List.of()
        : List.of(
            new Violation(
                "/value", value + " lies outside the scale " + scale + " of this question."));
  }

  private static List<Violation> optionViolations(Question question, List<String> codes) {
    if (question.type() == QuestionType.SINGLE_CHOICE && codes.size() > 1) {
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
    }
    return List.of();
  }

  private Set<AnswerMember> given() {
    Set<AnswerMember> given = EnumSet.noneOf(AnswerMember.class);
    note(given, AnswerMember.VALUE, value);
    note(given, AnswerMember.OPTION_CODES, optionCodes);
    note(given, AnswerMember.NUMBER, number);
    note(given, AnswerMember.TEXT, text);
    note(given, AnswerMember.DATE, date);
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
