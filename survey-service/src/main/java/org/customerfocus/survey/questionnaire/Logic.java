package org.customerfocus.survey.questionnaire;

import dev.cel.common.CelValidationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.survey.questionnaire.CarryForward.Which;
import org.customerfocus.survey.questionnaire.Expressions.Compiled;
import org.jspecify.annotations.Nullable;

/// Which items a respondent is shown, and what is computed on the way: show-if, skips, options
/// carried forward and computed values. Items look back only, at those before them in the order of
/// reading, so that one pass decides everything and there are no circles.
public final class Logic {

  private final Questionnaire questionnaire;
  private final Expressions expressions;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Compiled> conditions = new HashMap<>();
  private final Map<String, List<Compiled>> skips = new HashMap<>();
  private final Map<String, Compiled> computations = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /// The logic of a questionnaire whose items hold together.
  public Logic(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
    expressions = new Expressions(questionnaire);
    number(questionnaire.items());
    compile("", questionnaire.items());
    if (branches()) {
      distinctNames();
    }
  }

  /// The name that the answer to a question has in expressions.
  public static String variable(String linkId) {
    return Expressions.answer(linkId);
  }

  private void distinctNames() {
    Map<String, String> names = new HashMap<>();
    for (Item question : questionnaire.questions()) {
      String other = names.putIfAbsent(expressions.variable(question), question.linkId());
      if (other != null) {
        violations.add(
            new Violation(
                "/items",
                "\"%s\" and \"%s\" are one name in expressions: change one of them."
                    .formatted(other, question.linkId())));
      }
    }
    for (int i = 0; i < questionnaire.attributes().size(); i++) {
      Attribute attribute = questionnaire.attributes().get(i);
      String key = attribute.key();
      String other = names.putIfAbsent(expressions.variable(attribute), key);
      if (other != null) {
        violations.add(
            new Violation(
                "/attributes/" + i + "/key",
                "\"%s\" and \"%s\" are one name in expressions: change one of them."
                    .formatted(other, key)));
      }
    }
  }

  /// Whether the way through depends on the answers, or anything is computed from them.
  boolean branches() {
    return questionnaire.questions().stream().anyMatch(each -> each.carryForward() != null)
        || !conditions.isEmpty()
        || !computations.isEmpty()
        || skips.values().stream().anyMatch(each -> !each.isEmpty());
  }

  private void number(List<Item> items) {
    for (Item item : items) {
      places.putIfAbsent(item.linkId(), places.size());
      number(item.itemList());
    }
  }

  /// What is wrong with it: expressions that do not compile, are of another type, or look ahead.
  public List<Violation> violations() {
    return List.copyOf(violations);
  }

  private void compile(String parent, List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      compile(parent + "/items/" + i, items.get(i));
    }
  }

  private void compile(String place, Item item) {
    if (item.showIf() != null) {
      Compiled condition = compile(place + "/showIf", item.showIf(), item, false, true);
      if (condition != null) {
        conditions.put(item.linkId(), condition);
      }
    }
    if (item.expression() != null) {
      Compiled number = compile(place + "/expression", item.expression(), item, false, false);
      if (number != null) {
        computations.put(item.linkId(), number);
      }
    }
    carryForward(place, item);
    for (int i = 0; i < item.itemList().size(); i++) {
      compile(place + "/items/" + i, item.itemList().get(i));
    }
    List<Compiled> own = new ArrayList<>();
    for (int i = 0; i < item.skipList().size(); i++) {
      Skip skip = item.skipList().get(i);
      String at = place + "/skips/" + i;
      Compiled condition = compile(at + "/when", skip.when(), item, true, true);
      if (condition != null) {
        own.add(condition);
      }
      Integer target = places.get(skip.to());
      if (!skip.to().equals(Skip.END) && (target == null || target <= last(item))) {
        violations.add(
            new Violation(at + "/to", "It names an item behind this one, or " + Skip.END + "."));
      }
    }
    skips.put(item.linkId(), own);
  }

  private void carryForward(String place, Item item) {
    if (item.carryForward() == null) {
      return;
    }
    Item from = questionnaire.question(item.carryForward().from());
    if (from == null || !from.type().isChoice() || place(from) >= place(item)) {
      violations.add(
          new Violation(place + "/carryForward/from", "It names a choice before this item."));
    } else if (item.optionList().stream().noneMatch(each -> from.hasOption(each.code()))) {
      violations.add(
          new Violation(
              place + "/carryForward", "None of the options has a code of the earlier choice."));
    }
  }

  private int place(Item item) {
    return places.getOrDefault(item.linkId(), -1);
  }

  /// The place of the last item within this one.
  private int last(Item item) {
    return item.itemList().isEmpty() ? place(item) : last(item.itemList().getLast());
  }

  private @Nullable Compiled compile(
      String pointer, String expression, Item item, boolean behind, boolean condition) {
    try {
      Compiled compiled = expressions.compile(expression);
      if (condition ? !compiled.isCondition() : !compiled.isNumber()) {
        violations.add(
            new Violation(
                pointer,
                "It gives %s where %s is needed."
                    .formatted(compiled.type().name(), condition ? "true or false" : "a number")));
        return null;
      }
      int limit = behind ? last(item) : place(item) - 1;
      for (Item question : questionnaire.questions()) {
        if (place(question) > limit
            && compiled.answers().contains(expressions.variable(question))) {
          violations.add(
              new Violation(
                  pointer, "\"" + question.linkId() + "\" is answered only behind this item."));
          return null;
        }
      }
      return compiled;
    } catch (CelValidationException e) {
      violations.add(new Violation(pointer, String.valueOf(e.getMessage())));
      return null;
    }
  }

  /// The way through the survey that some answers take.
  ///
  /// @param shown the link ids of items that are shown, in the order of reading
  /// @param options of items with options, the codes of those that are shown
  /// @param computed the numbers that could be computed
  public record Path(
      Set<String> shown, Map<String, Set<String>> options, Map<String, BigDecimal> computed) {

    /// Whether the item is shown.
    public boolean shows(Item item) {
      return shown.contains(item.linkId());
    }
  }

  /// Follows the answers from the first item to the last. Answers to items that are not shown are
  /// not looked at.
  public Path follow(List<Answer> answers, Map<String, AttributeValue> attributes) {
    Walk walk = new Walk(answers, expressions.values(attributes));
    questionnaire.items().forEach(walk::visit);
    return walk.path;
  }

  private final class Walk {
    private final Path path =
        new Path(new LinkedHashSet<>(), new HashMap<>(), new LinkedHashMap<>());
    private final Map<String, Answer> given = new HashMap<>();
    private final Map<String, Object> values;
    private int resume = -1;

    Walk(List<Answer> answers, Map<String, Object> values) {
      this.values = values;
      answers.forEach(answer -> given.putIfAbsent(answer.linkId(), answer));
    }

    void visit(Item item) {
      // A container is entered when what is skipped to lies within it.
      if (last(item) < resume) {
        return;
      }
      Compiled condition = conditions.get(item.linkId());
      if (condition != null && !condition.holds(values)) {
        return;
      }
      if (item.type().hasOptions()) {
        Set<String> codes = options(item);
        if (codes.isEmpty()) {
          // Nothing was carried forward, so there is nothing to choose from.
          return;
        }
        path.options.put(item.linkId(), codes);
      }
      path.shown.add(item.linkId());
      note(item);
      item.itemList().forEach(this::visit);
      List<Compiled> own = skips.getOrDefault(item.linkId(), List.of());
      for (int i = 0; i < own.size() && resume <= last(item); i++) {
        if (own.get(i).holds(values)) {
          String to = item.skipList().get(i).to();
          resume = places.getOrDefault(to, Integer.MAX_VALUE);
        }
      }
    }

    private void note(Item item) {
      Object value = null;
      Answer answer = given.get(item.linkId());
      Compiled computation = computations.get(item.linkId());
      if (computation != null) {
        BigDecimal number = computation.number(values);
        if (number != null) {
          path.computed.put(item.linkId(), number);
          value = number.doubleValue();
        }
      } else if (answer != null) {
        value = Expressions.value(answer);
      }
      if (value != null && item.type().isQuestion()) {
        values.put(expressions.variable(item), value);
      }
    }

    private Set<String> options(Item item) {
      Set<String> codes = new LinkedHashSet<>();
      CarryForward carry = item.carryForward();
      Answer from = carry == null ? null : given.get(carry.from());
      List<String> chosen =
          from == null || from.optionCodes() == null || !path.shown.contains(from.linkId())
              ? List.of()
              : from.optionCodes();
      Item source = carry == null ? null : questionnaire.question(carry.from());
      for (Option option : item.optionList()) {
        // Options that the earlier choice does not have are the item's own, such as "none".
        boolean carried = source != null && source.hasOption(option.code());
        if (!carried
            || carry == null
            || chosen.contains(option.code()) == (carry.options() == Which.CHOSEN)) {
          codes.add(option.code());
        }
      }
      return codes;
    }
  }
}
