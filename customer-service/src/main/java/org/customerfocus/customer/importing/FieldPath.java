package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a value lies in a document: `party.contactPoints.0.value`. A number is a place in an
/// array; the code of a custom attribute may be a number without being a place.
record FieldPath(String text, List<String> steps) {

  private static final int LAST_PLACE = 199;

  static FieldPath of(String text) {
    return new FieldPath(text, List.of(text.split("\\.", -1)));
  }

  /// A JSON Pointer as a path.
  static String ofPointer(@Nullable String pointer) {
    return pointer == null || pointer.isEmpty()
        ? ""
        : pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  boolean isSound() {
    return steps.stream().noneMatch(String::isBlank)
        && !isPlace(0)
        && steps.stream()
            .filter(step -> step.matches("\\d+"))
            .allMatch(step -> step.length() < 4 && Integer.parseInt(step) <= LAST_PLACE);
  }

  /// The array element that the value belongs to, or null when it belongs to none.
  @Nullable FieldPath element() {
    for (int last = steps.size() - 1; last > 0; last--) {
      if (isPlace(last)) {
        List<String> head = steps.subList(0, last + 1);
        return new FieldPath(String.join(".", head), head);
      }
    }
    return null;
  }

  boolean startsWith(FieldPath other) {
    return steps.size() >= other.steps.size()
        && steps.subList(0, other.steps.size()).equals(other.steps);
  }

  @Nullable JsonNode in(ObjectNode document) {
    JsonNode node = document;
    for (int i = 0; i < steps.size() && node != null; i++) {
      node =
          node instanceof ArrayNode array
              ? array.get(Integer.parseInt(steps.get(i)))
              : node.get(steps.get(i));
    }
    return node == null || node.isNull() ? null : node;
  }

  /// Puts the value where the path leads, making what lies between.
  ///
  /// @return false when something that is no object or array lies in the way
  boolean put(ObjectNode document, JsonNode value) {
    JsonNode node = document;
    for (int i = 0; i < steps.size(); i++) {
      boolean last = i == steps.size() - 1;
      JsonNode next = last ? value : isPlace(i + 1) ? nodes().arrayNode() : nodes().objectNode();
      if (node instanceof ArrayNode array && isPlace(i)) {
        int place = Integer.parseInt(steps.get(i));
        while (array.size() <= place) {
          array.addNull();
        }
        if (last || array.get(place).isNull()) {
          array.set(place, next);
        }
        node = array.get(place);
      } else if (node instanceof ObjectNode object && !isPlace(i)) {
        if (last || !object.has(steps.get(i))) {
          object.set(steps.get(i), next);
        }
        node = object.get(steps.get(i));
      } else {
        return false;
      }
    }
    return true;
  }

  /// Closes the gaps that empty cells left in arrays.
  static void closeGaps(JsonNode node) {
    if (node instanceof ArrayNode array) {
      List<JsonNode> there = new ArrayList<>();
      array.forEach(
          each -> {
            if (!each.isNull()) {
              there.add(each);
            }
          });
      if (there.size() < array.size()) {
        array.removeAll().addAll(there);
      }
    }
    node.forEach(FieldPath::closeGaps);
  }

  private boolean isPlace(int step) {
    return steps.get(step).matches("\\d+")
        && (step == 0 || !steps.get(step - 1).equals("attributes"));
  }

  private static JsonNodeFactory nodes() {
    return JsonNodeFactory.instance;
  }
}
