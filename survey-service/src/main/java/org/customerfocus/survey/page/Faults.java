package org.customerfocus.survey.page;

import java.math.BigDecimal;
import java.util.Objects;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Limits;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.wording.Words;
import org.jspecify.annotations.Nullable;

/// Says to respondents, in their language, what would be right.
final class Faults {

  private Faults() {}

  /// What is said of a question that has to be answered and was not.
  static String missing(Item question, Words words) {
    return words.say(
        switch (question.type()) {
          case NPS, CSAT, CES, SCALE, SINGLE_CHOICE, CONSENT -> "missing.choose";
          case MULTIPLE_CHOICE -> "missing.chooseSome";
          default -> "missing.answer";
        });
  }

  /// What is said of an answer that cannot be taken.
  static String wrong(Item question, Words words) {
    Limits limits = question.answerLimits();
    return switch (question.type()) {
      case MULTIPLE_CHOICE -> choices(question, limits, words);
      case RANKING -> words.say("wrong.ranking", number(limits.minChoices(), 1));
      case CONSTANT_SUM ->
          words.say("wrong.sum", Fields.plain(Objects.requireNonNull(limits.total())));
      case NUMBER, SLIDER -> numbers(limits, words);
      case TEXT, SHORT_TEXT -> lengths(limits, words);
      case EMAIL -> words.say("wrong.email");
      case PHONE -> words.say("wrong.phone");
      case DATE -> dates(limits, words);
      default -> words.say("missing.choose");
    };
  }

  private static String choices(Item question, Limits limits, Words words) {
    boolean exclusive = question.optionList().stream().anyMatch(Option::standsAlone);
    if (limits.minChoices() == null && limits.maxChoices() == null) {
      return words.say(exclusive ? "wrong.exclusive" : "missing.chooseSome");
    }
    return words.say(
        "wrong.choices",
        number(limits.minChoices(), 1),
        number(limits.maxChoices(), question.optionList().size()));
  }

  private static String numbers(Limits limits, Words words) {
    BigDecimal min = limits.min();
    BigDecimal max = limits.max();
    String said;
    if (min != null && max != null) {
      said = words.say("wrong.between", Fields.plain(min), Fields.plain(max));
    } else if (min != null) {
      said = words.say("wrong.atLeast", Fields.plain(min));
    } else if (max != null) {
      said = words.say("wrong.atMost", Fields.plain(max));
    } else {
      said = words.say("wrong.number");
    }
    if (limits.step() != null) {
      said += " " + words.say("wrong.step", Fields.plain(limits.step()));
    }
    if (limits.decimals() != null) {
      said += " " + words.say("wrong.decimals", limits.decimals());
    }
    return said;
  }

  private static String lengths(Limits limits, Words words) {
    return words.say(
        "wrong.length", number(limits.minLength(), 1), number(limits.maxLength(), 10_000));
  }

  private static String dates(Limits limits, Words words) {
    String said = words.say("wrong.date");
    if (limits.earliest() != null) {
      said += " " + words.say("wrong.earliest", limits.earliest());
    }
    if (limits.latest() != null) {
      said += " " + words.say("wrong.latest", limits.latest());
    }
    return said;
  }

  private static int number(@Nullable Integer limit, int otherwise) {
    return limit == null ? otherwise : limit;
  }
}
