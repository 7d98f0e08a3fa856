package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.survey.questionnaire.Violation;
import org.jspecify.annotations.Nullable;

/// What a document came to.
public final class Reading {

  private static final Pattern TRANSLATED = Pattern.compile("/translations/[^/]+/items/([^/]+).*");

  private final ObjectNode root;
  private final @Nullable FhirSurvey survey;
  private final List<Violation> refused;
  private final Map<String, String> places;
  private final IdentityHashMap<JsonNode, String> keys;

  /// @param places by pointers into the survey, pointers into the document
  /// @param keys by nodes of the document, what they are in the survey: link ids of items, codes of
  ///   options, `#help`, `#lower` and `#upper` for display items that are second texts
  Reading(
      ObjectNode root,
      @Nullable FhirSurvey survey,
      List<Violation> refused,
      Map<String, String> places,
      IdentityHashMap<JsonNode, String> keys) {
    this.root = root;
    this.survey = survey;
    this.refused = List.copyOf(refused);
    this.places = Map.copyOf(places);
    this.keys = new IdentityHashMap<>(keys);
  }

  /// What cannot be taken over, by pointers into the document; nothing where [#survey] may be used.
  public List<Violation> refused() {
    return refused;
  }

  /// The survey that the document describes.
  public FhirSurvey survey() {
    return Objects.requireNonNull(survey);
  }

  /// Where in the document something of the survey stands.
  ///
  /// @param pointer into the survey, e.g. `/items/0/text`
  public String place(String pointer) {
    // Translations stand with the item that they are of.
    Matcher translated = TRANSLATED.matcher(pointer);
    String known = translated.matches() ? ofItem(translated.group(1)) : pointer;
    while (!places.containsKey(known)) {
      int slash = known.lastIndexOf('/');
      if (slash < 0) {
        return pointer;
      }
      known = known.substring(0, slash);
    }
    return places.get(known);
  }

  /// The key under which the place of an item is known by its link id.
  static String ofItem(String linkId) {
    return "#" + linkId;
  }

  ObjectNode root() {
    return root;
  }

  @Nullable String key(JsonNode node) {
    return keys.get(node);
  }

  /// The document's items, by the link ids that they have in the survey.
  Map<String, ObjectNode> items() {
    Map<String, ObjectNode> items = new HashMap<>();
    index(root, items);
    return items;
  }

  private void index(ObjectNode parent, Map<String, ObjectNode> items) {
    for (JsonNode item : parent.path("item")) {
      String key = key(item);
      if (key != null && !key.startsWith("#")) {
        items.put(key, (ObjectNode) item);
        index((ObjectNode) item, items);
      }
    }
  }
}
