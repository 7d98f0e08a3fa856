package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.fhir.FhirReader.Entry;
import org.customerfocus.survey.questionnaire.CarryForward;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Limits;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.questionnaire.Skip;
import org.jspecify.annotations.Nullable;

/// Reads one item.
final class ItemReader {

  private final FhirReader document;
  private final Entry entry;
  private final ObjectNode node;
  private final ItemType type;
  private final String linkId;
  private final String place;
  private final String ours;

  /// @param place pointer into the document
  /// @param ours pointer into the survey
  ItemReader(FhirReader document, Entry entry, String place, String ours) {
    this.document = document;
    this.entry = entry;
    this.node = entry.node();
    this.type = entry.type();
    this.linkId = entry.linkId();
    this.place = place;
    this.ours = ours;
  }

  Item read(@Nullable List<Item> items) {
    Stream.of("linkId", "text", "required").forEach(each -> places(each, each));
    places("options", "answerOption");
    places("items", "item");
    members();
    document.translations().item(linkId, "text", node, "text");
    untied();
    ObjectNode calculated = Fhir.extension(node, Fhir.CALCULATED);
    return new Item(
        linkId,
        type,
        node.path("text").asText(node.path("prefix").asText(node.path("linkId").asText())),
        type == ItemType.STATEMENT ? ownHelp() : beside("help"),
        required(),
        type == ItemType.CSAT || type == ItemType.SCALE ? scale() : null,
        beside("lower"),
        beside("upper"),
        topBoxes(),
        options(),
        nonAnswers(),
        limits(),
        showIf(),
        skips(),
        carryForward(),
        calculated == null ? null : calculated.path("valueExpression").path("expression").asText(),
        items);
  }

  private void places(String own, String theirs) {
    document.placed(ours + "/" + own, place + "/" + theirs);
  }

  /// What the form allows and the type does not.
  private void members() {
    boolean several = type.hasOptions() && type != ItemType.SINGLE_CHOICE;
    if (node.path("repeats").asBoolean() != several) {
      document.refuse(
          place + "/repeats",
          several ? "It takes several answers." : "It is answered once: only a coding repeats.");
    }
    if (node.path("readOnly").asBoolean() && type.isQuestion() && type != ItemType.COMPUTED) {
      document.refuse(place + "/readOnly", "A question is answered by who is asked.");
    }
    if (node.path("required").asBoolean() && !type.isQuestion()) {
      document.refuse(place + "/required", "Only questions are required, not what holds them.");
    }
    if (node.has("answerValueSet")) {
      document.refuse(place + "/answerValueSet", "List the options as answerOption.");
    }
    if (node.path("answerConstraint").asText().equals("optionsOrType")) {
      document.refuse(place + "/answerConstraint", "It is optionsOnly or optionsOrString.");
    }
    boolean calculated = Fhir.extension(node, Fhir.CALCULATED) != null;
    if ((type == ItemType.COMPUTED) != calculated) {
      document.refuse(place, "A computed number is an integer or a decimal with an expression.");
    }
    if (type == ItemType.STATEMENT && node.has("item")) {
      document.refuse(place + "/item", "A display item holds no others.");
    }
  }

  private @Nullable Boolean required() {
    JsonNode required = node.path("required");
    boolean said = required.isBoolean() && type.isQuestion();
    return said ? required.asBoolean() : null;
  }

  // --- texts
  // ---------------------------------------------------------------------------------------

  private @Nullable String ownHelp() {
    ObjectNode help = Fhir.extension(node, Fhir.HELP);
    if (help == null) {
      return null;
    }
    document.translations().item(linkId, "help", help, "valueString");
    return help.path("valueString").asText();
  }

  private @Nullable String beside(String role) {
    JsonNode displays = node.path("item");
    for (int i = 0; i < displays.size(); i++) {
      if (document.isBeside(displays.get(i), role)) {
        String own =
            switch (role) {
              case "lower" -> "lowLabel";
              case "upper" -> "highLabel";
              default -> role;
            };
        places(own, "item/" + i + "/text");
        document.translations().item(linkId, role, displays.get(i), "text");
        return displays.get(i).path("text").asText();
      }
    }
    return null;
  }

  private void untied() {
    for (ObjectNode each : Fhir.extensions(node, Fhir.UNTIED)) {
      String language = FhirReader.part(each, "lang").asText();
      String member = FhirReader.part(each, "member").asText();
      String content = FhirReader.part(each, "content").asText();
      if (member.equals("option")) {
        String code = FhirReader.part(each, "code").asText();
        document.translations().option(linkId, code, language, content);
      } else {
        document.translations().item(linkId, member, language, content);
      }
    }
  }

  // --- answers
  // ---------------------------------------------------------------------------------------

  private @Nullable List<Option> options() {
    JsonNode answers = node.path("answerOption");
    if (answers.isMissingNode()) {
      return null;
    }
    List<Option> options = new ArrayList<>();
    boolean open = false;
    for (int i = 0; i < answers.size(); i++) {
      JsonNode answer = answers.get(i);
      JsonNode coding = answer.path("valueCoding");
      String code = entry.codes().get(i);
      if (!type.hasOptions() || !coding.isObject() || code.isEmpty()) {
        document.refuse(place + "/answerOption/" + i, "Options are codings, of an item coding.");
        continue;
      }
      document.placed(ours + "/options/" + i, place + "/answerOption/" + i);
      Boolean freeText = FhirReader.flag(answer, Fhir.FREE_TEXT);
      open = open || freeText != null;
      options.add(
          new Option(
              code,
              coding.path("display").asText(coding.path("code").asText()),
              freeText,
              FhirReader.flag(answer, Fhir.OPTION_EXCLUSIVE)));
      document.translations().option(linkId, code, coding, "display");
    }
    if (!open && node.path("answerConstraint").asText().equals("optionsOrString")) {
      options.add(openOption());
    }
    return options;
  }

  /// FHIR has no option for "other, namely"; here own words go with one.
  private Option openOption() {
    List<String> codes = new ArrayList<>(entry.codes());
    codes.add("other");
    ObjectNode label = Fhir.extension(node, Fhir.OPEN_LABEL);
    return new Option(
        PlainNames.of(codes).getLast(),
        label == null ? "Other" : label.path("valueString").asText(),
        true,
        null);
  }

  private @Nullable List<Option> nonAnswers() {
    List<Option> nonAnswers = new ArrayList<>();
    for (ObjectNode each : Fhir.extensions(node, Fhir.NON_ANSWER)) {
      int at = FhirReader.indexOf(node.path("extension"), each);
      document.placed(ours + "/nonAnswers/" + nonAnswers.size(), place + "/extension/" + at);
      Option option = FhirReader.flagged(each.path("valueCoding"));
      nonAnswers.add(option);
      document.translations().option(linkId, option.code(), each.path("valueCoding"), "display");
    }
    return nonAnswers.isEmpty() ? null : nonAnswers;
  }

  private @Nullable Scale scale() {
    BigDecimal min = document.number(node, place, Fhir.MIN_VALUE);
    BigDecimal max = document.number(node, place, Fhir.MAX_VALUE);
    Integer low = min == null ? null : Fhir.integer(min);
    Integer high = max == null ? null : Fhir.integer(max);
    return low == null || high == null ? null : new Scale(low, high);
  }

  private @Nullable List<Integer> topBoxes() {
    List<Integer> boxes =
        Fhir.extensions(node, Fhir.TOP_BOX).stream()
            .map(each -> each.path("valueInteger").asInt())
            .toList();
    return boxes.isEmpty() ? null : boxes;
  }

  private @Nullable Limits limits() {
    boolean date = type == ItemType.DATE;
    boolean numbers = !date && !type.isScale();
    BigDecimal step = document.number(node, place, Fhir.SLIDER_STEP);
    boolean whole = type == ItemType.NUMBER && node.path("type").asText().equals("integer");
    Limits limits =
        new Limits(
            numbers ? document.number(node, place, Fhir.MIN_VALUE) : null,
            numbers ? document.number(node, place, Fhir.MAX_VALUE) : null,
            step == null ? document.number(node, place, Fhir.STEP) : step,
            whole ? Integer.valueOf(0) : integer(Fhir.MAX_DECIMALS),
            integer(Fhir.MIN_LENGTH),
            node.has("maxLength") ? node.path("maxLength").asInt() : null,
            occurs(Fhir.MIN_OCCURS),
            occurs(Fhir.MAX_OCCURS),
            document.number(node, place, Fhir.TOTAL),
            date ? day(Fhir.MIN_VALUE) : null,
            date ? day(Fhir.MAX_VALUE) : null);
    boolean none = limits.equals(NONE);
    return none ? null : limits;
  }

  private static final Limits NONE =
      new Limits(null, null, null, null, null, null, null, null, null, null, null);

  private @Nullable Integer integer(String url) {
    BigDecimal number = document.number(node, place, url);
    return number == null ? null : Fhir.integer(number);
  }

  /// What is answered once occurs once; saying so adds nothing.
  private @Nullable Integer occurs(String url) {
    Integer times = integer(url);
    boolean several = type == ItemType.MULTIPLE_CHOICE || type == ItemType.RANKING;
    boolean once = times != null && times == 1 && !several;
    return once ? null : times;
  }

  private @Nullable LocalDate day(String url) {
    ObjectNode extension = Fhir.extension(node, url);
    if (extension == null) {
      return null;
    }
    try {
      return LocalDate.parse(extension.path("valueDate").asText());
    } catch (DateTimeException e) {
      document.refuse(place, "Its " + url + " is a whole day.");
      return null;
    }
  }

  // --- logic
  // ---------------------------------------------------------------------------------------

  private @Nullable String showIf() {
    ObjectNode expression = Fhir.extension(node, Fhir.ENABLE_WHEN);
    JsonNode conditions = node.path("enableWhen");
    if (expression != null) {
      if (!conditions.isMissingNode()) {
        document.refuse(place + "/enableWhen", "It has an expression already.");
      }
      return expression.path("valueExpression").path("expression").asText();
    }
    if (conditions.isMissingNode()) {
      return null;
    }
    String behavior = node.path("enableBehavior").asText();
    if (conditions.size() > 1 && !behavior.equals("all") && !behavior.equals("any")) {
      document.refuse(place + "/enableBehavior", "Of several conditions, all or any have to hold.");
      return null;
    }
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      String term = condition(conditions.get(i));
      if (term == null) {
        document.refuse(
            place + "/enableWhen/" + i,
            "It names a question, an operator that its answers have, and an answer that it takes.");
      } else {
        terms.add(term);
      }
    }
    return String.join(behavior.equals("any") ? " || " : " && ", terms);
  }

  private @Nullable String condition(JsonNode condition) {
    Entry asked = document.entry(condition.path("question").asText());
    JsonNode answer = null;
    for (Map.Entry<String, JsonNode> member : condition.properties()) {
      if (member.getKey().startsWith("answer")) {
        answer = member.getValue();
      }
    }
    if (asked == null || answer == null) {
      return null;
    }
    if (answer.isObject()) {
      answer = code(asked, answer);
    }
    return answer == null
        ? null
        : EnableWhen.cel(asked.linkId(), asked.type(), condition.path("operator").asText(), answer);
  }

  private static @Nullable JsonNode code(Entry asked, JsonNode coding) {
    JsonNode options = asked.node().path("answerOption");
    for (int i = 0; i < options.size(); i++) {
      JsonNode option = options.get(i).path("valueCoding");
      boolean system = !coding.has("system") || coding.path("system").equals(option.path("system"));
      if (system && coding.path("code").equals(option.path("code"))) {
        return Fhir.NODES.textNode(asked.codes().get(i));
      }
    }
    // Conditions may name what is asked no more: they never hold.
    return coding.has("system") ? null : coding.path("code");
  }

  private @Nullable List<Skip> skips() {
    List<Skip> skips = new ArrayList<>();
    for (ObjectNode each : Fhir.extensions(node, Fhir.SKIP)) {
      skips.add(
          new Skip(
              FhirReader.part(each, "when").path("expression").asText(),
              linkId(FhirReader.part(each, "to").asText())));
    }
    return skips.isEmpty() ? null : skips;
  }

  private @Nullable CarryForward carryForward() {
    ObjectNode carry = Fhir.extension(node, Fhir.CARRY_FORWARD);
    if (carry == null) {
      return null;
    }
    CarryForward.Which which =
        WireEnum.find(CarryForward.Which.class, FhirReader.part(carry, "options").asText())
            .orElse(null);
    if (which == null) {
      document.refuse(place, "Options carried forward are those chosen or not chosen.");
      return null;
    }
    return new CarryForward(linkId(FhirReader.part(carry, "from").asText()), which);
  }

  /// What an item that the document names is called here.
  private String linkId(String name) {
    Entry named = document.entry(name);
    return named == null ? name : named.linkId();
  }
}
