package org.customerfocus.survey.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.jspecify.annotations.Nullable;

/// What stands in the fields of a form, by name: posted by a browser, or filled in from answers.
///
/// The field of a question is named `q:` and its link id. What goes with it follows a colon, which
/// no link id has: `:na` its non-answer, `:o:CODE` own words, `:r:CODE` a rank, `:a:CODE` an
/// amount, `:s` the range beside a number.
record Fields(Map<String, List<String>> values) {

  /// Marks a non-answer among the steps or options of a question.
  static final String NON_ANSWER = "!";

  static String name(Item question) {
    return "q:" + question.linkId();
  }

  static String nonAnswer(Item question) {
    return name(question) + ":na";
  }

  static String ownWords(Item question, String code) {
    return name(question) + ":o:" + code;
  }

  static String rank(Item question, String code) {
    return name(question) + ":r:" + code;
  }

  static String amount(Item question, String code) {
    return name(question) + ":a:" + code;
  }

  static String range(Item question) {
    return name(question) + ":s";
  }

  /// The first value, stripped; nothing where there is none.
  String first(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /// The form as these answers would have filled it in.
  static Fields of(List<Item> questions, List<Answer> answers) {
    Map<String, Answer> given = new LinkedHashMap<>();
    answers.forEach(answer -> given.put(answer.linkId(), answer));
    Fields fields = new Fields(new LinkedHashMap<>());
    for (Item question : questions) {
      Answer answer = given.get(question.linkId());
      if (answer != null) {
        fields.fill(question, answer);
      }
    }
    return fields;
  }

  private void fill(Item question, Answer answer) {
    String name = name(question);
    if (answer.nonAnswer() != null) {
      if (question.type().isScale() || question.type() == ItemType.SINGLE_CHOICE) {
        put(name, NON_ANSWER + answer.nonAnswer());
      } else {
        put(nonAnswer(question), answer.nonAnswer());
      }
      return;
    }
    put(name, answer.value());
    put(name, answer.number() == null ? null : plain(answer.number()));
    put(name, answer.text());
    put(name, answer.date());
    put(name, answer.accepted());
    List<String> codes = answer.optionCodes() == null ? List.of() : answer.optionCodes();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      if (question.type() == ItemType.RANKING) {
        put(rank(question, code), i + 1);
      } else {
        put(name, code);
      }
      if (answer.otherText() != null && takesText(question, code)) {
        put(ownWords(question, code), answer.otherText());
      }
    }
    if (answer.allocation() != null) {
      answer
          .allocation()
          .forEach(share -> put(amount(question, share.optionCode()), plain(share.amount())));
    }
  }

  static boolean takesText(Item question, String code) {
    var option = question.option(code);
    return option != null && option.takesText();
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value.toString());
    }
  }
}
