package org.customerfocus.survey.fhir;

import static org.customerfocus.survey.fhir.Fhir.NODES;
import static org.customerfocus.survey.fhir.Fhir.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Limits;
import org.customerfocus.survey.questionnaire.Logic;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.jspecify.annotations.Nullable;

/// Writes a survey as a FHIR R5 Questionnaire, whole: [FhirReader] reads the same survey from it.
final class FhirWriter {

  private final FhirSurvey survey;
  private final Definition definition;
  private final Set<String> linkIds = new HashSet<>();
  private final Map<String, Item> questions = new HashMap<>();

  private FhirWriter(FhirSurvey survey) {
    this.survey = survey;
    this.definition = survey.definition();
    index(definition.items());
  }

  static ObjectNode write(FhirSurvey survey, Header header) {
    return Fhir.normal(new FhirWriter(survey).questionnaire(header));
  }

  private void index(List<Item> items) {
    for (Item item : items) {
      linkIds.add(item.linkId());
      if (item.type().isQuestion()) {
        questions.put(Logic.variable(item.linkId()), item);
      }
      index(item.itemList());
    }
  }

  private ObjectNode questionnaire(Header header) {
    ObjectNode root = NODES.objectNode().put("resourceType", "Questionnaire");
    if (definition.language() != null) {
      root.put("language", definition.language());
    }
    extensions(root);
    root.put("url", header.url()).put("version", header.version());
    String title = definition.title() == null ? survey.name() : definition.title();
    text(root, "title", title, inLanguages(Translation::title));
    root.put("status", header.status());
    if (survey.description() != null && !survey.description().isEmpty()) {
      root.put("description", survey.description());
    }
    items(root, definition.items());
    return root;
  }

  private void extensions(ObjectNode root) {
    if (definition.title() != null) {
      extend(root, Fhir.NAME, "valueString", survey.name());
    }
    spoken(root, Fhir.INTRODUCTION, definition.introduction(), Translation::introduction);
    spoken(root, Fhir.COMPLETION, definition.completion(), Translation::completion);
    // A survey that does not say so is not anonymous.
    if (definition.isAnonymous()) {
      extend(root, Fhir.ANONYMOUS, "valueBoolean", NODES.booleanNode(true));
    }
    if (survey.anonymityThreshold() != null) {
      integer(root, Fhir.THRESHOLD, survey.anonymityThreshold());
    }
    Theme theme = definition.theme();
    if (theme != null) {
      ObjectNode colours = extend(root, Fhir.THEME);
      extend(colours, "background", "valueString", theme.background());
      extend(colours, "text", "valueString", theme.text());
      extend(colours, "accent", "valueString", theme.accent());
      extend(colours, "onAccent", "valueString", theme.onAccent());
    }
    definition.attributes().forEach(each -> attribute(root, each));
    definition
        .translationMap()
        .keySet()
        .forEach(language -> extend(root, Fhir.TRANSLATED, "valueCode", language));
  }

  private void spoken(
      ObjectNode root,
      String url,
      @Nullable String text,
      Function<Translation, @Nullable String> translation) {
    if (text != null) {
      ObjectNode extension = extend(root, url);
      text(extension, "valueString", text, inLanguages(translation));
    } else {
      inLanguages(translation)
          .forEach((language, content) -> untied(root, language, url, null, content));
    }
  }

  private void attribute(ObjectNode root, Attribute attribute) {
    ObjectNode parts = extend(root, Fhir.ATTRIBUTE);
    extend(parts, "key", "valueString", attribute.key());
    extend(parts, "type", "valueCode", attribute.type().wire());
    extend(parts, "label", "valueString", attribute.label());
    for (Option option : attribute.optionList()) {
      extend(parts, "option", "valueCoding", flagged(option, Map.of()));
    }
  }

  // --- items
  // ---------------------------------------------------------------------------------------

  private void items(ObjectNode parent, List<Item> items) {
    for (Item item : items) {
      parent.withArray("item").add(item(item));
    }
  }

  private ObjectNode item(Item item) {
    ObjectNode node = NODES.objectNode();
    ItemType type = item.type();
    Map<String, ItemTexts> texts = texts(item);
    if (!ItemTypes.isPlain(type)) {
      extend(node, Fhir.ITEM_TYPE, "valueCode", type.wire());
    }
    node.put("linkId", item.linkId());
    text(node, "text", item.text(), only(texts, ItemTexts::text));
    node.put("type", ItemTypes.ofFhir(item));
    if (item.required() != null) {
      node.put("required", item.required());
    }
    if (type.hasOptions() && type != ItemType.SINGLE_CHOICE) {
      node.put("repeats", true);
    }
    control(node, type);
    logic(node, item);
    limits(node, item);
    options(node, item, texts);
    for (Option nonAnswer : item.nonAnswerList()) {
      extend(node, Fhir.NON_ANSWER, "valueCoding", flagged(nonAnswer, labels(texts, nonAnswer)));
    }
    beside(node, item, "help", item.help(), only(texts, ItemTexts::help));
    beside(node, item, "lower", item.lowLabel(), only(texts, ItemTexts::lowLabel));
    beside(node, item, "upper", item.highLabel(), only(texts, ItemTexts::highLabel));
    untiedLabels(node, item, texts);
    items(node, item.itemList());
    return node;
  }

  private static void control(ObjectNode node, ItemType type) {
    if (type == ItemType.SLIDER) {
      extend(node, Fhir.ITEM_CONTROL, "valueCodeableConcept", Fhir.control("slider"));
    } else if (type == ItemType.MATRIX) {
      extend(node, Fhir.ITEM_CONTROL, "valueCodeableConcept", Fhir.control("htable"));
    }
  }

  private void logic(ObjectNode node, Item item) {
    if (item.showIf() != null && !EnableWhen.write(node, item.showIf(), questions)) {
      extend(node, Fhir.ENABLE_WHEN, "valueExpression", Fhir.expression(item.showIf()));
    }
    item.skipList()
        .forEach(
            skip -> {
              ObjectNode parts = extend(node, Fhir.SKIP);
              extend(parts, "when", "valueExpression", Fhir.expression(skip.when()));
              extend(parts, "to", "valueString", skip.to());
            });
    if (item.carryForward() != null) {
      ObjectNode parts = extend(node, Fhir.CARRY_FORWARD);
      extend(parts, "from", "valueString", item.carryForward().from());
      extend(parts, "options", "valueCode", item.carryForward().options().wire());
    }
    if (item.expression() != null) {
      extend(node, Fhir.CALCULATED, "valueExpression", Fhir.expression(item.expression()));
      node.put("readOnly", true);
    }
  }

  private static void limits(ObjectNode node, Item item) {
    if (item.type().isScale()) {
      integer(node, Fhir.MIN_VALUE, item.answerScale().min());
      integer(node, Fhir.MAX_VALUE, item.answerScale().max());
      item.topBoxList().forEach(box -> integer(node, Fhir.TOP_BOX, box));
    }
    Limits limits = item.answerLimits();
    boolean whole = ItemTypes.ofFhir(item).equals("integer");
    number(node, Fhir.MIN_VALUE, limits.min(), whole);
    number(node, Fhir.MAX_VALUE, limits.max(), whole);
    BigDecimal step = limits.step();
    if (step != null) {
      boolean standard = Fhir.integer(step) != null;
      number(node, standard ? Fhir.SLIDER_STEP : Fhir.STEP, step, standard);
    }
    if (limits.decimals() != null && !whole) {
      integer(node, Fhir.MAX_DECIMALS, limits.decimals());
    }
    if (limits.minLength() != null) {
      integer(node, Fhir.MIN_LENGTH, limits.minLength());
    }
    if (limits.maxLength() != null) {
      node.put("maxLength", limits.maxLength());
    }
    if (limits.minChoices() != null) {
      integer(node, Fhir.MIN_OCCURS, limits.minChoices());
    }
    if (limits.maxChoices() != null) {
      integer(node, Fhir.MAX_OCCURS, limits.maxChoices());
    }
    number(node, Fhir.TOTAL, limits.total(), false);
    if (limits.earliest() != null) {
      extend(node, Fhir.MIN_VALUE, "valueDate", limits.earliest().toString());
    }
    if (limits.latest() != null) {
      extend(node, Fhir.MAX_VALUE, "valueDate", limits.latest().toString());
    }
  }

  private static void number(
      ObjectNode node, String url, @Nullable BigDecimal number, boolean whole) {
    if (number == null) {
      return;
    }
    Integer integer = whole ? Fhir.integer(number) : null;
    if (integer != null) {
      integer(node, url, integer);
    } else {
      extend(node, url, "valueDecimal", NODES.numberNode(number));
    }
  }

  private static void integer(ObjectNode node, String url, int number) {
    extend(node, url, "valueInteger", NODES.numberNode(number));
  }

  // --- options
  // ---------------------------------------------------------------------------------------

  private static void options(ObjectNode node, Item item, Map<String, ItemTexts> texts) {
    if (item.optionList().stream().anyMatch(Option::takesText)) {
      node.put("answerConstraint", "optionsOrString");
    }
    for (Option option : item.optionList()) {
      ObjectNode answer = node.withArray("answerOption").addObject();
      flags(answer, option);
      answer.set("valueCoding", coding(option, labels(texts, option)));
    }
  }

  private static ObjectNode coding(Option option, Map<String, String> labels) {
    ObjectNode coding = NODES.objectNode().put("code", option.code());
    text(coding, "display", option.label(), labels);
    return coding;
  }

  private static void flags(ObjectNode element, Option option) {
    if (option.exclusive() != null) {
      extend(element, Fhir.OPTION_EXCLUSIVE, "valueBoolean", NODES.booleanNode(option.exclusive()));
    }
    if (option.freeText() != null) {
      extend(element, Fhir.FREE_TEXT, "valueBoolean", NODES.booleanNode(option.freeText()));
    }
  }

  /// A coding that carries what else there is of the option.
  private static ObjectNode flagged(Option option, Map<String, String> labels) {
    ObjectNode coding = coding(option, labels);
    flags(coding, option);
    return coding;
  }

  // --- texts
  // ---------------------------------------------------------------------------------------

  /// A second text of an item: a display item within it, with the control that says what it is.
  private void beside(
      ObjectNode node,
      Item item,
      String role,
      @Nullable String text,
      Map<String, String> translations) {
    // Display items hold none themselves.
    boolean own = item.type() == ItemType.STATEMENT;
    if (text == null) {
      translations.forEach((language, content) -> untied(node, language, role, null, content));
    } else if (own) {
      ObjectNode extension = extend(node, Fhir.HELP);
      text(extension, "valueString", text, translations);
    } else {
      ObjectNode display = node.withArray("item").addObject();
      extend(display, Fhir.ITEM_CONTROL, "valueCodeableConcept", Fhir.control(role));
      String linkId = item.linkId() + "." + role;
      while (!linkIds.add(linkId)) {
        linkId += "." + role;
      }
      display.put("linkId", linkId);
      text(display, "text", text, translations);
      display.put("type", "display");
    }
  }

  private static void untiedLabels(ObjectNode node, Item item, Map<String, ItemTexts> texts) {
    texts.forEach(
        (language, each) -> {
          Map<String, String> labels = each.options() == null ? Map.of() : each.options();
          labels.forEach(
              (code, label) -> {
                boolean own =
                    item.nonAnswerList().stream().anyMatch(option -> option.code().equals(code));
                if (!own && !item.hasOption(code)) {
                  untied(node, language, "option", code, label);
                }
              });
        });
  }

  /// A translation of what the survey's own language has no text for.
  private static void untied(
      ObjectNode node, String language, String member, @Nullable String code, String content) {
    ObjectNode parts = extend(node, Fhir.UNTIED);
    extend(parts, "lang", "valueCode", language);
    extend(parts, "member", "valueString", member);
    if (code != null) {
      extend(parts, "code", "valueString", code);
    }
    extend(parts, "content", "valueString", content);
  }

  /// Writes a text with its translations, by the standard extension.
  private static void text(
      ObjectNode node, String member, String text, Map<String, String> translations) {
    node.put(member, text);
    if (!translations.isEmpty()) {
      ObjectNode beside = node.putObject("_" + member);
      translations.forEach(
          (language, content) -> {
            ObjectNode parts = extend(beside, Fhir.TRANSLATION);
            extend(parts, "lang", "valueCode", language);
            extend(parts, "content", "valueString", content);
          });
    }
  }

  private Map<String, String> inLanguages(Function<Translation, @Nullable String> member) {
    Map<String, String> found = new LinkedHashMap<>();
    definition
        .translationMap()
        .forEach((language, each) -> put(found, language, member.apply(each)));
    return found;
  }

  private Map<String, ItemTexts> texts(Item item) {
    Map<String, ItemTexts> texts = new LinkedHashMap<>();
    definition
        .translationMap()
        .forEach((language, each) -> put(texts, language, each.itemMap().get(item.linkId())));
    return texts;
  }

  private static Map<String, String> only(
      Map<String, ItemTexts> texts, Function<ItemTexts, @Nullable String> member) {
    Map<String, String> found = new LinkedHashMap<>();
    texts.forEach((language, each) -> put(found, language, member.apply(each)));
    return found;
  }

  /// An option and a non-answer of one code share their label in another language.
  private static Map<String, String> labels(Map<String, ItemTexts> texts, Option option) {
    return only(texts, each -> each.options() == null ? null : each.options().get(option.code()));
  }

  private static <T> void put(Map<String, T> map, String key, @Nullable T value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
