package org.customerfocus.survey.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// An author who changes a survey at random, as far as a survey can be changed.
final class RandomEdits {

  private static final List<String> TYPES =
      List.of("nps", "scale", "number", "text", "single-choice", "multiple-choice", "ranking");

  private final ObjectMapper json;
  private final Random random;
  private final ObjectNode survey;
  private final List<ObjectNode> deleted = new ArrayList<>();
  private int count;

  RandomEdits(ObjectMapper json, Random random) {
    this.json = json;
    this.random = random;
    survey = json.createObjectNode().put("name", "Waves").put("anonymityThreshold", 0);
    ArrayNode items = survey.putArray("items");
    for (int i = 0; i < 3; i++) {
      ObjectNode section = group();
      for (int j = 0; j < 4; j++) {
        section.withArray("items").add(question());
      }
      items.add(section);
    }
    survey.putObject("translations").putObject("de").putObject("items");
  }

  ObjectNode survey() {
    return survey;
  }

  /// The members that edits change.
  ObjectNode patch() {
    ObjectNode patch = json.createObjectNode();
    patch.set("items", survey.path("items"));
    patch.set("title", survey.path("title"));
    // What is not in a merge patch stays; so the language is replaced whole.
    ObjectNode german = patch.putObject("translations").putObject("de");
    german.set("items", translations().deepCopy());
    for (String linkId : dropped) {
      german.withObject("items").putNull(linkId);
    }
    return patch;
  }

  private final List<String> dropped = new ArrayList<>();

  private ObjectNode translations() {
    return (ObjectNode) survey.at("/translations/de/items");
  }

  /// The questions as they are asked now.
  List<ObjectNode> questions() {
    return all().stream().filter(each -> !each.path("type").asText().equals("group")).toList();
  }

  private List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>();
    gather(survey, all);
    return all;
  }

  private static void gather(JsonNode parent, List<ObjectNode> all) {
    for (JsonNode item : parent.path("items")) {
      all.add((ObjectNode) item);
      gather(item, all);
    }
  }

  /// @return what was done
  String edit() {
    int which = random.nextInt(9);
    switch (which) {
      case 0 -> any(all()).put("text", "Text " + count++);
      case 1 -> any(options()).put("label", "Label " + count++);
      case 2 -> remove(any(questions()));
      case 3 -> shuffle(any(sections()).withArray("items"));
      case 4 -> shuffleOptions();
      case 5 -> translateOptions();
      case 6 -> split(any(sections()));
      case 7 -> any(sections()).withArray("items").add(questionNewOrBack());
      default -> move();
    }
    survey.put("title", "Title " + count++);
    return "edit " + which;
  }

  private void shuffle(ArrayNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    Collections.shuffle(elements, random);
    array.removeAll();
    array.addAll(elements);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private List<ObjectNode> sections() {
    return all().stream().filter(each -> each.path("type").asText().equals("group")).toList();
  }

  private List<ObjectNode> withOptions() {
    List<ObjectNode> found = all().stream().filter(each -> each.has("options")).toList();
    if (found.isEmpty()) {
      ObjectNode choice = question("single-choice");
      any(sections()).withArray("items").add(choice);
      return List.of(choice);
    }
    return found;
  }

  private List<ObjectNode> options() {
    List<ObjectNode> options = new ArrayList<>();
    any(withOptions()).path("options").forEach(each -> options.add((ObjectNode) each));
    return options;
  }

  private void shuffleOptions() {
    ObjectNode item = any(withOptions());
    ArrayNode options = item.withArray("options");
    shuffle(options);
    if (random.nextBoolean() && options.size() > 1) {
      String code = options.remove(0).path("code").asText();
      JsonNode texts = translations().path(item.path("linkId").asText());
      if (texts instanceof ObjectNode own) {
        own.withObject("options").putNull(code);
      }
    } else {
      options.addObject().put("code", "o" + count++).put("label", "New");
    }
  }

  private void translateOptions() {
    ObjectNode item = any(withOptions());
    ObjectNode texts = translations().withObject("/" + item.path("linkId").asText());
    dropped.remove(item.path("linkId").asText());
    for (JsonNode option : item.path("options")) {
      texts.withObject("options").put(option.path("code").asText(), "Wort " + count++);
    }
  }

  private void remove(ObjectNode item) {
    if (questions().size() > 1) {
      take(item);
      deleted.add(item);
      String linkId = item.path("linkId").asText();
      translations().remove(linkId);
      dropped.add(linkId);
      tidy();
    }
  }

  private void take(ObjectNode item) {
    take(survey, item);
  }

  @SuppressWarnings("ReferenceEquality") // this very item, not one that looks like it
  private static boolean take(JsonNode parent, ObjectNode item) {
    JsonNode items = parent.path("items");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) == item) {
        ((ArrayNode) items).remove(i);
        return true;
      }
      if (take(items.get(i), item)) {
        return true;
      }
    }
    return false;
  }

  /// Sections that hold nothing any more are gone.
  private void tidy() {
    sections().stream().filter(each -> each.path("items").isEmpty()).toList().forEach(this::take);
  }

  private void move() {
    ObjectNode item = any(questions());
    ObjectNode section = any(sections());
    take(item);
    section.withArray("items").insert(random.nextInt(section.path("items").size() + 1), item);
    tidy();
  }

  private void split(ObjectNode section) {
    ArrayNode items = section.withArray("items");
    if (items.size() < 2) {
      return;
    }
    ObjectNode second = group();
    while (items.size() > 1 && second.path("items").size() <= random.nextInt(3)) {
      second.withArray("items").add(items.remove(items.size() - 1));
    }
    survey.withArray("items").add(second);
  }

  private ObjectNode group() {
    return json.createObjectNode()
        .put("linkId", "s" + count++)
        .put("type", "group")
        .put("text", "Section");
  }

  private ObjectNode questionNewOrBack() {
    if (!deleted.isEmpty() && random.nextBoolean()) {
      ObjectNode back = deleted.removeLast();
      dropped.remove(back.path("linkId").asText());
      return back;
    }
    return question();
  }

  private ObjectNode question() {
    return question(any(TYPES));
  }

  private ObjectNode question(String type) {
    ObjectNode question = json.createObjectNode();
    question.put("linkId", "q" + count++).put("type", type).put("text", "Question");
    if (type.equals("scale")) {
      question.putObject("scale").put("min", 1).put("max", 5);
    }
    if (type.endsWith("choice") || type.equals("ranking")) {
      for (int i = 0; i < 4; i++) {
        question.withArray("options").addObject().put("code", "c" + i).put("label", "Option");
      }
    }
    return question;
  }
}
