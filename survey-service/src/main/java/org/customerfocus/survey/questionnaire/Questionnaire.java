package org.customerfocus.survey.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All that one survey version asks and knows of its respondents.
public final class Questionnaire {

  private final List<Question> questions;
  private final List<Attribute> attributes;
  private final Map<String, Question> questionsById = new LinkedHashMap<>();
  private final Map<String, Attribute> attributesByKey = new LinkedHashMap<>();

  /// A questionnaire as defined; [#violations] says whether it holds together.
  public Questionnaire(List<Question> questions, List<Attribute> attributes) {
    this.questions = List.copyOf(questions);
    this.attributes = List.copyOf(attributes);
    questions.forEach(question -> questionsById.putIfAbsent(question.linkId(), question));
    attributes.forEach(attribute -> attributesByKey.putIfAbsent(attribute.key(), attribute));
  }

  /// The questions, in their order.
  public List<Question> questions() {
    return questions;
  }

  /// The attributes, in their order.
  public List<Attribute> attributes() {
    return attributes;
  }

  /// The question with this id, if there is one.
  public @Nullable Question question(String linkId) {
    return questionsById.get(linkId);
  }

  /// The attribute with this key, if there is one.
  public @Nullable Attribute attribute(String key) {
    return attributesByKey.get(key);
  }

  /// What is wrong with the definition; pointers start at the survey.
  public List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    demandDistinct(violations, questions, Question::linkId, "/questions", "/linkId");
    demandDistinct(violations, attributes, Attribute::key, "/attributes", "/key");
    for (int i = 0; i < questions.size(); i++) {
      String parent = "/questions/" + i;
      questions.get(i).violations().forEach(found -> violations.add(found.under(parent)));
    }
    for (int i = 0; i < attributes.size(); i++) {
      String parent = "/attributes/" + i;
      attributes.get(i).violations().forEach(found -> violations.add(found.under(parent)));
      if (questionsById.containsKey(attributes.get(i).key())) {
        violations.add(
            new Violation(
                parent + "/key",
                "A question has this id already; results could not tell them apart."));
      }
    }
    return violations;
  }

  /// Where a later definition gives another meaning to an id that this one has used: answers under
  /// the id could no longer be compared.
  public List<Violation> changedBy(Definition later) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < later.questions().size(); i++) {
      Question now = later.questions().get(i);
      Question before = question(now.linkId());
      if (before != null
          && (before.type() != now.type() || !Objects.equals(before.scale(), now.scale()))) {
        violations.add(
            new Violation(
                "/questions/" + i + "/linkId",
                "A published version asks \""
                    + now.linkId()
                    + "\" with another type or scale: give the changed question a new id."));
      }
    }
    for (int i = 0; i < later.attributes().size(); i++) {
      Attribute now = later.attributes().get(i);
      Attribute before = attribute(now.key());
      if (before != null && before.type() != now.type()) {
        violations.add(
            new Violation(
                "/attributes/" + i + "/key",
                "A published version has \""
                    + now.key()
                    + "\" with another type: give the changed attribute a new key."));
      }
    }
    return violations;
  }

  /// What is wrong with giving these answers and attributes in one response.
  public List<Violation> check(List<Answer> answers, Map<String, AttributeValue> values) {
    List<Violation> violations = new ArrayList<>();
    Set<String> answered = new HashSet<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String pointer = "/answers/" + i;
      Question question = question(answer.linkId());
      if (question == null) {
        violations.add(
            new Violation(
                pointer + "/linkId",
                "This survey version has no question \"" + answer.linkId() + "\"."));
      } else if (!answered.add(answer.linkId())) {
        violations.add(new Violation(pointer + "/linkId", "This question is answered twice."));
      } else {
        answer.violations(question).forEach(found -> violations.add(found.under(pointer)));
      }
    }
    for (Question question : questions) {
      if (question.mustBeAnswered() && !answered.contains(question.linkId())) {
        violations.add(
            new Violation(
                "/answers",
                "The question \""
                    + question.linkId()
                    + "\" is required: answer it, or give a nonAnswer."));
      }
    }
    values.forEach(
        (key, value) -> {
          Attribute attribute = attribute(key);
          String detail =
              attribute == null
                  ? "This survey version has no attribute \"" + key + "\"."
                  : value.violation(attribute);
          if (detail != null) {
            violations.add(new Violation("/attributes/" + escape(key), detail));
          }
        });
    return violations;
  }

  static <T> void demandDistinct(
      List<Violation> violations,
      List<T> items,
      Function<T, String> identity,
      String pointer,
      String member) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Integer earlier = first.putIfAbsent(identity.apply(items.get(i)), i);
      if (earlier != null) {
        violations.add(
            new Violation(
                pointer + "/" + i + member,
                "\""
                    + identity.apply(items.get(i))
                    + "\" is taken by "
                    + pointer
                    + "/"
                    + earlier
                    + "."));
      }
    }
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
