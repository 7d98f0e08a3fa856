package org.customerfocus.survey.questionnaire;

import com.google.common.base.Suppliers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.jspecify.annotations.Nullable;

/// All that one survey version asks and knows of its respondents.
public final class Questionnaire {

  private static final int DEEPEST = 5;
  private static final int MOST_ITEMS = 1000;

  private final List<Item> items;
  private final List<Attribute> attributes;
  private final List<Item> questions = new ArrayList<>();
  private final Map<String, Item> itemsById = new LinkedHashMap<>();
  private final Map<String, Item> questionsById = new LinkedHashMap<>();
  private final Map<String, Attribute> attributesByKey = new LinkedHashMap<>();
  private final Supplier<Logic> logic = Suppliers.memoize(() -> new Logic(this));

  /// A questionnaire as defined; [#violations] says whether it holds together.
  public Questionnaire(List<Item> items, List<Attribute> attributes) {
    this.items = List.copyOf(items);
    this.attributes = List.copyOf(attributes);
    items.forEach(this::index);
    attributes.forEach(attribute -> attributesByKey.putIfAbsent(attribute.key(), attribute));
  }

  private void index(Item item) {
    itemsById.putIfAbsent(item.linkId(), item);
    if (item.type().isQuestion() && questionsById.putIfAbsent(item.linkId(), item) == null) {
      questions.add(item);
    }
    item.itemList().forEach(this::index);
  }

  /// What it shows, in order, as a tree.
  public List<Item> items() {
    return items;
  }

  /// The questions, wherever in the tree, in their order.
  public List<Item> questions() {
    return Collections.unmodifiableList(questions);
  }

  /// The attributes, in their order.
  public List<Attribute> attributes() {
    return attributes;
  }

  /// The item with this id, if there is one.
  public @Nullable Item item(String linkId) {
    return itemsById.get(linkId);
  }

  /// The question with this id, if there is one.
  public @Nullable Item question(String linkId) {
    return questionsById.get(linkId);
  }

  /// The attribute with this key, if there is one.
  public @Nullable Attribute attribute(String key) {
    return attributesByKey.get(key);
  }

  /// Whether the way through it depends on the answers, or anything is computed from them.
  public boolean branches() {
    return logic().branches();
  }

  /// Its logic, compiled when it is first asked for.
  public Logic logic() {
    return logic.get();
  }

  /// What is wrong with the definition; pointers start at the survey.
  public List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    walk("", items, violations, new HashMap<>(), 1);
    demandDistinct(violations, attributes, Attribute::key, "/attributes", "/key");
    for (int i = 0; i < attributes.size(); i++) {
      String parent = "/attributes/" + i;
      attributes.get(i).violations().forEach(found -> violations.add(found.under(parent)));
      if (itemsById.containsKey(attributes.get(i).key())) {
        violations.add(
            new Violation(
                parent + "/key",
                "An item has this id already; results could not tell them apart."));
      }
    }
    return violations;
  }

  private static void walk(
      String parent,
      List<Item> items,
      List<Violation> violations,
      Map<String, String> places,
      int depth) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String place = parent + "/items/" + i;
      String earlier = places.putIfAbsent(item.linkId(), place);
      if (earlier != null) {
        violations.add(
            new Violation(
                place + "/linkId", "\"" + item.linkId() + "\" is taken by " + earlier + "."));
      }
      item.violations().forEach(found -> violations.add(found.under(place)));
      if (places.size() > MOST_ITEMS) {
        violations.add(new Violation(place, "A survey has at most " + MOST_ITEMS + " items."));
        return;
      }
      if (depth == DEEPEST && !item.itemList().isEmpty()) {
        violations.add(new Violation(place + "/items", "Items are at most " + DEEPEST + " deep."));
      } else {
        walk(place, item.itemList(), violations, places, depth + 1);
      }
    }
  }

  /// Where a later definition gives another meaning to an id that this one has used: answers under
  /// the id could no longer be compared.
  public List<Violation> changedBy(Definition later) {
    List<Violation> violations = new ArrayList<>();
    changedItems("", later.items(), violations);
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

  private void changedItems(String parent, List<Item> later, List<Violation> violations) {
    for (int i = 0; i < later.size(); i++) {
      Item now = later.get(i);
      String place = parent + "/items/" + i;
      Item before = item(now.linkId());
      if (before != null
          && (before.type() != now.type() || !Objects.equals(before.scale(), now.scale()))) {
        violations.add(
            new Violation(
                place + "/linkId",
                "A published version asks \""
                    + now.linkId()
                    + "\" with another type or scale: give the changed question a new id."));
      }
      changedItems(place, now.itemList(), violations);
    }
  }

  /// A whole response as it would be recorded.
  ///
  /// @param violations what is wrong with it
  /// @param answers the answers with what the survey itself adds, computed numbers and that a
  ///   question was not shown; of no use where something is wrong
  public record Whole(List<Violation> violations, List<Answer> answers) {}

  /// Looks at answers and attributes as one whole response, given to what the logic shows: that a
  /// required question on the way was not shown is not believed.
  public Whole whole(List<Answer> answers, Map<String, AttributeValue> values) {
    Path path = logic().follow(answers, values);
    Whole whole = imported(answers, values, path);
    List<Violation> violations = new ArrayList<>(whole.violations());
    for (int i = 0; i < answers.size(); i++) {
      Item question = question(answers.get(i).linkId());
      if (Item.NOT_SHOWN.equals(answers.get(i).nonAnswer())
          && question != null
          && question.mustBeAnswered()
          && path.shows(question)) {
        violations.add(
            new Violation(
                "/answers/" + i + "/nonAnswer",
                "The question \"%s\" is required and shown: answer it, or give another nonAnswer."
                    .formatted(question.linkId())));
      }
    }
    return new Whole(violations, whole.answers());
  }

  /// The same of a response that was given elsewhere, where other logic may have decided what was
  /// shown.
  public Whole imported(List<Answer> answers, Map<String, AttributeValue> values) {
    return imported(answers, values, logic().follow(answers, values));
  }

  /// The same of the answers without those that the others lead past, options that are not shown
  /// included: what is left when somebody has gone back and answered otherwise.
  public Whole settled(List<Answer> answers, Map<String, AttributeValue> values) {
    return whole(withoutStrays(answers, values), values);
  }

  /// The answers without those that the others lead past, options that are not shown included.
  public List<Answer> withoutStrays(List<Answer> answers, Map<String, AttributeValue> values) {
    List<Answer> left = answers;
    while (true) {
      Path path = logic().follow(left, values);
      List<Answer> shown = left.stream().filter(answer -> !isStray(answer, path)).toList();
      if (shown.size() == left.size()) {
        return shown;
      }
      left = shown;
    }
  }

  private boolean isStray(Answer answer, Path path) {
    Item question = question(answer.linkId());
    return question == null || !strays(answer, question, path).isEmpty();
  }

  private Whole imported(List<Answer> answers, Map<String, AttributeValue> values, Path path) {
    Set<String> answered = new HashSet<>();
    List<Violation> violations = new ArrayList<>(answerViolations(answers, path, answered));
    for (Item question : questions) {
      if (question.mustBeAnswered()
          && path.shows(question)
          && !answered.contains(question.linkId())) {
        violations.add(
            new Violation(
                "/answers",
                "The question \""
                    + question.linkId()
                    + "\" is required: answer it, or give a nonAnswer."));
      }
    }
    violations.addAll(attributeViolations(values));
    return new Whole(violations, completed(answers, path));
  }

  /// What is wrong with answers that others will follow or replace: each is looked at by itself,
  /// wherever the logic leads, and none is missed yet.
  public List<Violation> checkUnfinished(List<Answer> answers, Map<String, AttributeValue> values) {
    List<Violation> violations = new ArrayList<>(answerViolations(answers, null, new HashSet<>()));
    violations.addAll(attributeViolations(values));
    return violations;
  }

  private List<Violation> answerViolations(
      List<Answer> answers, @Nullable Path path, Set<String> answered) {
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String pointer = "/answers/" + i;
      Item question = question(answer.linkId());
      if (question == null) {
        violations.add(
            new Violation(
                pointer + "/linkId",
                "This survey version has no question \"" + answer.linkId() + "\"."));
      } else if (!answered.add(answer.linkId())) {
        violations.add(new Violation(pointer + "/linkId", "This question is answered twice."));
      } else {
        List<Violation> own = answer.violations(question);
        (own.isEmpty() ? strays(answer, question, path) : own)
            .forEach(found -> violations.add(found.under(pointer)));
      }
    }
    return violations;
  }

  private List<Violation> attributeViolations(Map<String, AttributeValue> values) {
    List<Violation> violations = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          String detail = violation(key, value);
          if (detail != null) {
            violations.add(new Violation("/attributes/" + escape(key), detail));
          }
        });
    return violations;
  }

  private @Nullable String violation(String key, AttributeValue value) {
    Attribute attribute = attribute(key);
    return attribute == null
        ? "This survey version has no attribute \"" + key + "\"."
        : value.violation(attribute);
  }

  /// Of what is known of a respondent, that which this questionnaire knows how to keep.
  public Map<String, AttributeValue> known(Map<String, AttributeValue> values) {
    Map<String, AttributeValue> known = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (violation(key, value) == null) {
            known.put(key, value);
          }
        });
    return known;
  }

  /// What is wrong with an answer where the logic leads these respondents, or wherever it leads.
  private static List<Violation> strays(Answer answer, Item question, @Nullable Path path) {
    if (question.type() == ItemType.COMPUTED) {
      return List.of(new Violation("", "It is computed from other answers: leave it out."));
    }
    if (answer.nonAnswer() != null || path == null) {
      return List.of();
    }
    if (!path.shows(question)) {
      return List.of(new Violation("", "The other answers lead past this question: leave it out."));
    }
    Set<String> shown = path.options().getOrDefault(question.linkId(), Set.of());
    List<String> codes = answer.optionCodes() == null ? List.of() : answer.optionCodes();
    for (int i = 0; i < codes.size(); i++) {
      if (!shown.contains(codes.get(i))) {
        return List.of(
            new Violation(
                "/optionCodes/" + i, "The other answers leave this option out: choose another."));
      }
    }
    List<Allocation> shares = answer.allocation() == null ? List.of() : answer.allocation();
    for (int i = 0; i < shares.size(); i++) {
      if (!shown.contains(shares.get(i).optionCode())) {
        return List.of(
            new Violation(
                "/allocation/" + i + "/optionCode",
                "The other answers leave this option out: choose another."));
      }
    }
    return List.of();
  }

  private List<Answer> completed(List<Answer> answers, Path path) {
    if (!logic().branches()) {
      return answers;
    }
    Set<String> answered = new HashSet<>();
    List<Answer> all = new ArrayList<>();
    for (Answer answer : answers) {
      answered.add(answer.linkId());
      // Whatever a file's blank cell or an earlier step said: what was not shown leaves the base.
      boolean shown = path.shown().contains(answer.linkId());
      all.add(
          shown || answer.nonAnswer() == null
              ? answer
              : Answer.ofNonAnswer(answer.linkId(), Item.NOT_SHOWN));
    }
    for (Item question : questions) {
      BigDecimal computed = path.computed().get(question.linkId());
      if (computed != null) {
        all.add(Answer.ofNumber(question.linkId(), computed));
      } else if (!path.shows(question) && !answered.contains(question.linkId())) {
        all.add(Answer.ofNonAnswer(question.linkId(), Item.NOT_SHOWN));
      }
    }
    return all;
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

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
