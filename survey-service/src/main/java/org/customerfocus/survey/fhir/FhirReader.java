package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Violation;
import org.jspecify.annotations.Nullable;

/// Reads a survey from a FHIR R5 Questionnaire that has the right form ([FhirShape]).
final class FhirReader {

  /// An item of the document, known before any condition that names it is read.
  ///
  /// @param codes our codes of its options, in their order
  record Entry(ObjectNode node, String linkId, ItemType type, List<String> codes) {}

  private final ObjectNode root;
  private final List<Violation> refused = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private final IdentityHashMap<JsonNode, String> keys = new IdentityHashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Translations translations = new Translations();

  FhirReader(ObjectNode root) {
    this.root = root;
  }

  Reading read() {
    refused.addAll(FhirShape.violations(root));
    if (refused.isEmpty()) {
      List<ObjectNode> all = new ArrayList<>();
      List<String> at = new ArrayList<>();
      gather("", root, null, all, at);
      index(all, at);
    }
    if (!refused.isEmpty()) {
      return new Reading(root, null, refused, places, keys);
    }
    FhirSurvey survey = survey();
    return new Reading(root, survey, refused, places, keys);
  }

  // --- which items there are
  // ---------------------------------------------------------------------------------------

  /// Items that stay items; not the display items that are the second texts of others.
  private void gather(
      String at,
      ObjectNode parent,
      @Nullable ItemType holder,
      List<ObjectNode> all,
      List<String> places) {
    JsonNode items = parent.path("item");
    List<String> roles = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ObjectNode item = (ObjectNode) items.get(i);
      String place = at + "/item/" + i;
      String role = holder == null ? null : role(item, holder);
      boolean display = item.path("type").asText().equals("display");
      if (role != null && !roles.contains(role)) {
        roles.add(role);
        keys.put(item, role);
        continue;
      }
      if (holder != null && !holder.isContainer()) {
        if (!display) {
          refused.add(
              new Violation(
                  place,
                  "Questions stand beside each other here: put it behind the other, with a"
                      + " condition if need be."));
        }
        continue;
      }
      ItemType type = ItemTypes.of(item);
      if (type == null) {
        refused.add(new Violation(place + "/type", "There are no such answers here."));
        continue;
      }
      all.add(item);
      places.add(place);
      gather(place, item, type, all, places);
    }
  }

  /// Which second text of its holder a display item is.
  private static @Nullable String role(ObjectNode item, ItemType holder) {
    if (!item.path("type").asText().equals("display")
        || !item.path("text").isTextual()
        || item.has("enableWhen")) {
      return null;
    }
    boolean ends = holder.isScale() || holder == ItemType.SLIDER;
    if (holder != ItemType.STATEMENT && Fhir.hasControl(item, "help")) {
      return "#help";
    }
    if (!ends) {
      return null;
    }
    return Fhir.hasControl(item, "lower")
        ? "#lower"
        : Fhir.hasControl(item, "upper") ? "#upper" : null;
  }

  private void index(List<ObjectNode> all, List<String> at) {
    List<String> names = all.stream().map(each -> each.path("linkId").asText()).toList();
    List<String> plain = PlainNames.of(names);
    for (int i = 0; i < all.size(); i++) {
      ObjectNode node = all.get(i);
      ItemType type = ItemTypes.of(node);
      if (type == null) {
        continue;
      }
      keys.put(node, plain.get(i));
      Entry entry = new Entry(node, plain.get(i), type, codes(node));
      if (entries.putIfAbsent(names.get(i), entry) != null) {
        refused.add(new Violation(at.get(i) + "/linkId", "Another item has this link id."));
      }
    }
  }

  private List<String> codes(ObjectNode item) {
    List<String> names = new ArrayList<>();
    for (JsonNode option : item.path("answerOption")) {
      JsonNode coding = option.path("valueCoding");
      names.add(coding.path("code").asText(coding.path("display").asText()));
    }
    List<String> codes = PlainNames.of(names);
    for (int i = 0; i < codes.size(); i++) {
      keys.put(item.path("answerOption").get(i), codes.get(i));
    }
    return codes;
  }

  /// The item with this link id of the document.
  @Nullable Entry entry(String linkId) {
    return entries.get(linkId);
  }

  // --- what they and the whole say
  // ---------------------------------------------------------------------------------------

  private FhirSurvey survey() {
    ObjectNode named = Fhir.extension(root, Fhir.NAME);
    String fhirName = root.path("title").asText(root.path("name").asText("Questionnaire"));
    placeMembers(named != null || root.has("title"));
    for (ObjectNode each : Fhir.extensions(root, Fhir.TRANSLATED)) {
      translations.language(each.path("valueCode").asText());
    }
    translations.survey("title", root, "title");
    String introduction = spoken(Fhir.INTRODUCTION, "introduction");
    String completion = spoken(Fhir.COMPLETION, "completion");
    List<Item> items = items(root, "", "");
    untied();
    ObjectNode anonymous = Fhir.extension(root, Fhir.ANONYMOUS);
    ObjectNode threshold = Fhir.extension(root, Fhir.THRESHOLD);
    Definition definition =
        new Definition(
            items,
            attributes(),
            named == null ? null : fhirName,
            text(root, "language"),
            introduction,
            completion,
            translations.done(),
            theme(),
            anonymous == null ? null : anonymous.path("valueBoolean").asBoolean());
    return new FhirSurvey(
        named == null ? fhirName : named.path("valueString").asText(),
        text(root, "description"),
        threshold == null ? null : threshold.path("valueInteger").asInt(),
        definition);
  }

  private void placeMembers(boolean titled) {
    places.put("", "");
    places.put("/name", titled ? "/title" : "/name");
    places.put("/title", "/title");
    places.put("/description", "/description");
    places.put("/language", "/language");
    place("/theme", Fhir.THEME);
    place("/anonymityThreshold", Fhir.THRESHOLD);
  }

  /// Translations of what the survey's own language has no text for.
  private void untied() {
    for (ObjectNode each : Fhir.extensions(root, Fhir.UNTIED)) {
      String url = part(each, "member").asText();
      translations.survey(
          url.equals(Fhir.INTRODUCTION) ? "introduction" : "completion",
          part(each, "lang").asText(),
          part(each, "content").asText());
    }
  }

  /// Where the extension stands that carries a member of the survey.
  private void place(String member, String url) {
    JsonNode extension = Fhir.extension(root, url);
    if (extension != null) {
      places.put(member, "/extension/" + indexOf(root.path("extension"), extension));
    }
  }

  private @Nullable String spoken(String url, String member) {
    ObjectNode extension = Fhir.extension(root, url);
    if (extension == null) {
      return null;
    }
    place("/" + member, url);
    translations.survey(member, extension, "valueString");
    return extension.path("valueString").asText();
  }

  private @Nullable Theme theme() {
    ObjectNode theme = Fhir.extension(root, Fhir.THEME);
    return theme == null
        ? null
        : new Theme(
            part(theme, "background").asText(),
            part(theme, "text").asText(),
            part(theme, "accent").asText(),
            part(theme, "onAccent").asText());
  }

  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    for (ObjectNode each : Fhir.extensions(root, Fhir.ATTRIBUTE)) {
      String place = "/extension/" + indexOf(root.path("extension"), each);
      places.put("/attributes/" + attributes.size(), place);
      AttributeType type =
          WireEnum.find(AttributeType.class, part(each, "type").asText()).orElse(null);
      if (type == null) {
        refused.add(new Violation(place, "An attribute has a key, a known type and a label."));
        continue;
      }
      List<Option> options =
          Fhir.extensions(each, "option").stream()
              .map(option -> flagged(option.path("valueCoding")))
              .toList();
      attributes.add(
          new Attribute(
              part(each, "key").asText(),
              type,
              part(each, "label").asText(),
              options.isEmpty() ? null : options));
    }
    return attributes;
  }

  static int indexOf(JsonNode list, JsonNode element) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).equals(element)) {
        return i;
      }
    }
    return -1;
  }

  private List<Item> items(ObjectNode parent, String theirs, String ours) {
    List<Item> items = new ArrayList<>();
    JsonNode nodes = parent.path("item");
    for (int i = 0; i < nodes.size(); i++) {
      ObjectNode node = (ObjectNode) nodes.get(i);
      Entry entry = entries.get(node.path("linkId").asText());
      if (entry != null && entry.linkId().equals(keys.get(node))) {
        String place = theirs + "/item/" + i;
        String own = ours + "/items/" + items.size();
        places.put(own, place);
        places.put(Reading.ofItem(entry.linkId()), place);
        ItemReader reader = new ItemReader(this, entry, place, own);
        List<Item> children = items(node, place, own);
        items.add(reader.read(entry.type().isContainer() ? children : null));
      }
    }
    return items;
  }

  // --- for the items
  // ---------------------------------------------------------------------------------------

  void refuse(String pointer, String detail) {
    refused.add(new Violation(pointer, detail));
  }

  void placed(String ours, String theirs) {
    places.put(ours, theirs);
  }

  boolean isBeside(JsonNode display, String role) {
    return ("#" + role).equals(keys.get(display));
  }

  Translations translations() {
    return translations;
  }

  /// A coding that carries what else there is of an option.
  static Option flagged(JsonNode coding) {
    return new Option(
        coding.path("code").asText(),
        coding.path("display").asText(coding.path("code").asText()),
        flag(coding, Fhir.FREE_TEXT),
        flag(coding, Fhir.OPTION_EXCLUSIVE));
  }

  static @Nullable Boolean flag(JsonNode element, String url) {
    ObjectNode extension = Fhir.extension(element, url);
    return extension == null ? null : extension.path("valueBoolean").asBoolean();
  }

  /// The value of a part of an extension that is made of others.
  static JsonNode part(JsonNode extension, String url) {
    ObjectNode part = Fhir.extension(extension, url);
    if (part != null) {
      for (Map.Entry<String, JsonNode> member : part.properties()) {
        if (member.getKey().startsWith("value")) {
          return member.getValue();
        }
      }
    }
    return Fhir.NODES.missingNode();
  }

  static @Nullable String text(JsonNode element, String member) {
    JsonNode text = element.path(member);
    return text.isTextual() ? text.asText() : null;
  }

  /// A number that an extension carries; refused where its value is none.
  @Nullable BigDecimal number(JsonNode element, String place, String url) {
    ObjectNode extension = Fhir.extension(element, url);
    if (extension == null) {
      return null;
    }
    BigDecimal number = ItemTypes.number(element, url);
    if (number == null) {
      refuse(place, "Its " + url + " is a whole number or a decimal.");
    }
    return number;
  }
}
