package org.customerfocus.survey.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/// What a form says to one question.
///
/// @param answer null where it was left blank, or cannot be understood
/// @param wrong whether something was written that is no answer
record Reading(@Nullable Answer answer, boolean wrong) {

  private static final Reading BLANK = new Reading(null, false);

  /// May be a thousand and some, or one and some thousandths: languages differ, and so do people.
  private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}");

  private static final Reading WRONG = new Reading(null, true);
  private static final int LONGEST = 10_000;

  /// Reads the fields of a question.
  ///
  /// @param options the codes of the options that were shown
  static Reading of(Item question, Fields fields, Set<String> options) {
    Reading read;
    try {
      read = read(question, fields, options);
    } catch (NumberFormatException | DateTimeParseException e) {
      return WRONG;
    }
    String code = fields.first(Fields.nonAnswer(question));
    if (read.answer == null && !read.wrong && isOwnNonAnswer(question, code)) {
      return new Reading(Answer.ofNonAnswer(question.linkId(), code), false);
    }
    return read.answer != null && !read.answer.violations(question).isEmpty() ? WRONG : read;
  }

  private static Reading read(Item question, Fields fields, Set<String> options) {
    String id = question.linkId();
    String value = fields.first(Fields.name(question));
    if (value.startsWith(Fields.NON_ANSWER)) {
      String code = value.substring(1);
      return isOwnNonAnswer(question, code)
          ? new Reading(Answer.ofNonAnswer(id, code), false)
          : WRONG;
    }
    return switch (question.type()) {
      case NPS, CSAT, CES, SCALE ->
          value.isEmpty() ? BLANK : found(Answer.ofValue(id, Integer.parseInt(value)));
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> choice(question, fields, options);
      case RANKING -> ranking(question, fields, options);
      case CONSTANT_SUM -> sum(question, fields, options);
      case NUMBER -> value.isEmpty() ? BLANK : found(Answer.ofNumber(id, number(value)));
      case SLIDER -> slider(question, fields);
      case TEXT, SHORT_TEXT, EMAIL, PHONE -> text(id, value);
      case DATE ->
          value.isEmpty() ? BLANK : found(Answer.ofDate(id, LocalDate.parse(digits(value))));
      case CONSENT ->
          value.isEmpty() ? BLANK : found(Answer.ofAccepted(id, Boolean.parseBoolean(value)));
      case GROUP, MATRIX, EXPECTATION_PERCEPTION, STATEMENT, COMPUTED -> BLANK;
    };
  }

  private static Reading found(Answer answer) {
    return new Reading(answer, false);
  }

  private static boolean isOwnNonAnswer(Item question, String code) {
    return question.nonAnswerList().stream().anyMatch(own -> own.code().equals(code));
  }

  private static Reading text(String id, String value) {
    if (value.isEmpty()) {
      return BLANK;
    }
    return value.length() > LONGEST ? WRONG : found(Answer.ofText(id, value));
  }

  /// Own words choose their option, unless another single one was chosen.
  private static Reading choice(Item question, Fields fields, Set<String> options) {
    Set<String> posted = Set.copyOf(fields.all(Fields.name(question)));
    boolean single = question.type() == ItemType.SINGLE_CHOICE;
    List<String> codes = new ArrayList<>();
    String words = "";
    for (Option option : question.optionList()) {
      String own = option.takesText() ? fields.first(Fields.ownWords(question, option.code())) : "";
      boolean chosen =
          posted.contains(option.code()) || (!own.isEmpty() && !(single && !posted.isEmpty()));
      if (chosen && options.contains(option.code())) {
        codes.add(option.code());
        words = words.isEmpty() ? own : words;
      }
    }
    if (codes.isEmpty()) {
      return BLANK;
    }
    Answer answer = Answer.ofOptions(question.linkId(), codes);
    return words.isEmpty()
        ? found(answer)
        : found(
            new Answer(
                answer.linkId(),
                null,
                answer.optionCodes(),
                null,
                null,
                null,
                null,
                null,
                null,
                words.substring(0, Math.min(words.length(), 2000))));
  }

  /// Ranks count from 1 without a gap or a tie.
  private static Reading ranking(Item question, Fields fields, Set<String> options) {
    record Ranked(int rank, String code) {}
    List<Ranked> ranked = new ArrayList<>();
    for (String code : options) {
      String rank = fields.first(Fields.rank(question, code));
      if (!rank.isEmpty()) {
        ranked.add(new Ranked(Integer.parseInt(digits(rank)), code));
      }
    }
    if (ranked.isEmpty()) {
      return BLANK;
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank));
    for (int i = 0; i < ranked.size(); i++) {
      if (ranked.get(i).rank() != i + 1) {
        return WRONG;
      }
    }
    return found(Answer.ofOptions(question.linkId(), ranked.stream().map(Ranked::code).toList()));
  }

  private static Reading sum(Item question, Fields fields, Set<String> options) {
    List<Allocation> shares = new ArrayList<>();
    boolean given = false;
    for (String code : options) {
      String amount = fields.first(Fields.amount(question, code));
      given |= !amount.isEmpty();
      shares.add(new Allocation(code, amount.isEmpty() ? BigDecimal.ZERO : number(amount)));
    }
    return given ? found(Answer.ofAllocation(question.linkId(), shares)) : BLANK;
  }

  /// The number counts; the range beside it where it alone was moved.
  private static Reading slider(Item question, Fields fields) {
    String value = fields.first(Fields.name(question));
    String range = fields.first(Fields.range(question));
    if (value.isEmpty() && !range.isEmpty()) {
      BigDecimal moved = number(range);
      return moved.compareTo(middle(question)) == 0
          ? BLANK
          : found(Answer.ofNumber(question.linkId(), moved));
    }
    return value.isEmpty() ? BLANK : found(Answer.ofNumber(question.linkId(), number(value)));
  }

  /// Where a range stands that nobody has moved: on the step nearest below the middle.
  static BigDecimal middle(Item slider) {
    BigDecimal min = slider.answerLimits().min();
    BigDecimal max = slider.answerLimits().max();
    BigDecimal step = slider.answerLimits().step();
    if (min == null || max == null || step == null) {
      throw new IllegalStateException("A slider has min, max and step");
    }
    BigDecimal steps = max.subtract(min).divideToIntegralValue(step);
    return min.add(step.multiply(steps.divideToIntegralValue(BigDecimal.valueOf(2))));
  }

  /// A number as people write it: with the digits of their script, a comma or a point.
  private static BigDecimal number(String value) {
    if (value.length() > 40) {
      throw new NumberFormatException();
    }
    String plain = digits(value).replace('٫', '.').replace(',', '.');
    if (GROUPED.matcher(plain).matches()) {
      throw new NumberFormatException();
    }
    BigDecimal number = new BigDecimal(plain);
    if (!Answer.storable(number)) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static String digits(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      plain.append(Character.isDigit(each) ? (char) ('0' + Character.digit(each, 10)) : each);
    }
    return plain.toString();
  }
}
