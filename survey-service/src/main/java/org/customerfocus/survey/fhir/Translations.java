package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.jspecify.annotations.Nullable;

/// Gathers the translations that stand with each text into one a language.
final class Translations {

  /// The texts of one item in one language.
  private static final class Texts {
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    ItemTexts done() {
      return new ItemTexts(
          members.get("text"),
          members.get("help"),
          members.get("lower"),
          members.get("upper"),
          options.isEmpty() ? null : options);
    }
  }

  private static final class Language {
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, Texts> items = new LinkedHashMap<>();

    Translation done() {
      Map<String, ItemTexts> texts = new LinkedHashMap<>();
      items.forEach((linkId, each) -> texts.put(linkId, each.done()));
      return new Translation(
          members.get("title"),
          members.get("introduction"),
          members.get("completion"),
          texts.isEmpty() ? null : texts);
    }
  }

  private final Map<String, Language> languages = new LinkedHashMap<>();

  void language(String tag) {
    languages.computeIfAbsent(tag, none -> new Language());
  }

  /// A text of the survey itself.
  void survey(String member, JsonNode element, String of) {
    each(element, of, (tag, content) -> survey(member, tag, content));
  }

  void survey(String member, String tag, String content) {
    languages.computeIfAbsent(tag, none -> new Language()).members.put(member, content);
  }

  private static void each(JsonNode element, String of, BiConsumer<String, String> use) {
    for (ObjectNode translation : Fhir.extensions(element.path("_" + of), Fhir.TRANSLATION)) {
      String tag = "";
      String content = "";
      for (JsonNode part : translation.path("extension")) {
        switch (part.path("url").asText()) {
          case "lang" -> tag = part.path("valueCode").asText();
          case "content" ->
              content = part.path("valueString").asText(part.path("valueMarkdown").asText());
          default -> {}
        }
      }
      if (!tag.isEmpty() && !content.isEmpty()) {
        use.accept(tag, content);
      }
    }
  }

  private Texts texts(String tag, String linkId) {
    return languages
        .computeIfAbsent(tag, none -> new Language())
        .items
        .computeIfAbsent(linkId, none -> new Texts());
  }

  /// A text of an item: `text`, `help`, `lower` or `upper`.
  void item(String linkId, String member, JsonNode element, String of) {
    each(element, of, (tag, content) -> texts(tag, linkId).members.put(member, content));
  }

  void item(String linkId, String member, String tag, String content) {
    texts(tag, linkId).members.put(member, content);
  }

  /// The label of an option or non-answer.
  void option(String linkId, String code, JsonNode element, String of) {
    each(element, of, (tag, content) -> texts(tag, linkId).options.put(code, content));
  }

  void option(String linkId, String code, String tag, String content) {
    texts(tag, linkId).options.put(code, content);
  }

  @Nullable Map<String, Translation> done() {
    if (languages.isEmpty()) {
      return null;
    }
    Map<String, Translation> all = new LinkedHashMap<>();
    languages.forEach((tag, each) -> all.put(tag, each.done()));
    return all;
  }
}
