package org.customerfocus.survey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.customerfocus.survey.page.Block.Choice;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.wording.Texts;
import org.customerfocus.survey.wording.Words;

/// The radio buttons and check boxes of questions.
///
/// @param fields what stands in the fields
record Choices(Texts texts, Words words, Path path, Fields fields) {

  /// The radio buttons or check boxes of a question; the first has the id that errors lead to.
  List<Choice> options(Item item) {
    String name = Fields.name(item);
    boolean many = item.type() == ItemType.MULTIPLE_CHOICE;
    List<Choice> choices = new ArrayList<>();
    if (item.type().isScale()) {
      IntStream.rangeClosed(item.answerScale().min(), item.answerScale().max())
          .mapToObj(Integer::toString)
          .forEach(step -> choices.add(radio(choices.isEmpty(), name, step, step, false)));
    } else if (item.type() == ItemType.CONSENT) {
      choices.add(radio(true, name, "true", words.say("consent.yes"), false));
      choices.add(radio(false, name, "false", words.say("consent.no"), false));
    } else {
      Set<String> shown = path.options().getOrDefault(item.linkId(), Set.of());
      for (Option option : item.optionList()) {
        if (shown.contains(option.code())) {
          choices.add(option(item, option, choices.isEmpty(), many));
        }
      }
    }
    for (Option own : item.nonAnswerList()) {
      String label = texts.label(item, own);
      choices.add(
          many ? box(item, own) : radio(false, name, Fields.NON_ANSWER + own.code(), label, true));
    }
    return choices;
  }

  private Choice option(Item item, Option option, boolean first, boolean many) {
    String name = Fields.name(item);
    String own = option.takesText() ? Fields.ownWords(item, option.code()) : "";
    return new Choice(
        many ? "checkbox" : "radio",
        first ? name : "",
        name,
        option.code(),
        texts.label(item, option),
        fields.has(name, option.code()),
        false,
        own,
        own.isEmpty() ? "" : fields.first(own));
  }

  private Choice radio(boolean first, String name, String value, String label, boolean aside) {
    return new Choice(
        "radio", first ? name : "", name, value, label, fields.has(name, value), aside, "", "");
  }

  /// Boxes to tick instead of writing.
  List<Choice> nonAnswers(Item item) {
    return item.nonAnswerList().stream().map(own -> box(item, own)).toList();
  }

  private Choice box(Item item, Option own) {
    String name = Fields.nonAnswer(item);
    return new Choice(
        "checkbox",
        "",
        name,
        own.code(),
        texts.label(item, own),
        fields.has(name, own.code()),
        true,
        "",
        "");
  }

  /// The ends of a scale say what they mean.
  String head(Item row, Choice choice) {
    if (!row.type().isScale() || choice.aside()) {
      return choice.label();
    }
    String low = texts.lowLabel(row);
    String high = texts.highLabel(row);
    if (low != null && choice.value().equals(row.answerScale().min().toString())) {
      return choice.label() + " " + low;
    }
    return high != null && choice.value().equals(row.answerScale().max().toString())
        ? choice.label() + " " + high
        : choice.label();
  }
}
