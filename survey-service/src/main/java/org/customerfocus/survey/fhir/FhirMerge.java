package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives back what a document had beyond its survey: a merge of three. What we write of the survey
/// today takes the place of what we would have written when the document came in (the base), where
/// both are the same, the document's own element stands. Items are matched by link id wherever they
/// have moved, options by code; what the survey does not know stays with its item.
final class FhirMerge {

  private final Reading base;
  private final Reading today;
  private final Reading source;
  private final Map<String, ObjectNode> baseItems;
  private final Map<String, ObjectNode> sourceItems;

  private FhirMerge(Reading base, Reading today, Reading source) {
    this.base = base;
    this.today = today;
    this.source = source;
    baseItems = base.items();
    sourceItems = source.items();
  }

  static ObjectNode merge(Reading base, Reading today, Reading source) {
    FhirMerge merge = new FhirMerge(base, today, source);
    ObjectNode merged = merge.element(base.root(), today.root(), source.root());
    if (!today.root().equals(base.root())) {
      // The narrative was made of what stood there then.
      merged.remove("text");
    }
    return merged;
  }

  /// @param was what the base has, nothing where it has no such element
  /// @param kept what the source has, nothing where it has no such element
  private ObjectNode element(@Nullable ObjectNode was, ObjectNode is, @Nullable ObjectNode kept) {
    ObjectNode merged = members(was, is, kept);
    children(was, is, kept, merged, "answerOption");
    children(was, is, kept, merged, "item");
    return merged;
  }

  private ObjectNode members(@Nullable ObjectNode was, ObjectNode is, @Nullable ObjectNode kept) {
    Set<String> names = new LinkedHashSet<>();
    is.fieldNames().forEachRemaining(names::add);
    if (kept != null) {
      kept.fieldNames().forEachRemaining(names::add);
    }
    names.removeAll(List.of("item", "answerOption"));
    ObjectNode merged = Fhir.NODES.objectNode();
    for (String name : names) {
      JsonNode value = value(name, get(was, name), get(is, name), get(kept, name));
      if (value != null) {
        merged.set(name, value);
      }
    }
    return merged;
  }

  private static @Nullable JsonNode get(@Nullable ObjectNode node, String name) {
    return node == null ? null : node.get(name);
  }

  private @Nullable JsonNode value(
      String name, @Nullable JsonNode was, @Nullable JsonNode is, @Nullable JsonNode kept) {
    if (Objects.equals(is, was)) {
      return kept;
    }
    if (Objects.equals(kept, was)) {
      return is;
    }
    if (name.equals("extension")) {
      return extensions(is, kept);
    }
    if (kept instanceof ObjectNode theirs && (is == null || is.isObject())) {
      ObjectNode ours = is instanceof ObjectNode object ? object : Fhir.NODES.objectNode();
      ObjectNode both = members(was instanceof ObjectNode object ? object : null, ours, theirs);
      return both.isEmpty() ? null : both;
    }
    return is;
  }

  /// Extensions are a set: those that a survey says itself are today's, all others the source's.
  private static @Nullable ArrayNode extensions(@Nullable JsonNode is, @Nullable JsonNode kept) {
    ArrayNode merged = Fhir.NODES.arrayNode();
    Set<String> foreign = new HashSet<>();
    if (kept != null) {
      kept.forEach(
          each -> {
            String url = each.path("url").asText();
            if (!Fhir.understands(url)) {
              foreign.add(url);
            }
          });
    }
    for (JsonNode each : is == null ? Fhir.NODES.arrayNode() : is) {
      if (!foreign.contains(each.path("url").asText())) {
        merged.add(each);
      }
    }
    for (JsonNode each : kept == null ? Fhir.NODES.arrayNode() : kept) {
      if (foreign.contains(each.path("url").asText())) {
        merged.add(each);
      }
    }
    return merged.isEmpty() ? null : merged;
  }

  private void children(
      @Nullable ObjectNode was,
      ObjectNode is,
      @Nullable ObjectNode kept,
      ObjectNode merged,
      String member) {
    Map<String, ObjectNode> before = keyed(base, was, member);
    Map<String, ObjectNode> theirs = keyed(source, kept, member);
    Map<String, ObjectNode> done = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (JsonNode each : is.path(member)) {
      String key = Objects.requireNonNull(today.key(each));
      boolean item = member.equals("item") && !key.startsWith("#");
      ObjectNode then = item ? baseItems.get(key) : before.get(key);
      ObjectNode theirOwn = item ? sourceItems.get(key) : theirs.get(key);
      if (theirOwn == null && each.equals(then)) {
        // We would write it of what came in without it.
        continue;
      }
      order.add(key);
      ObjectNode whole = element(then, (ObjectNode) each, theirOwn);
      if (!each.path("enableWhen").equals(get(then, "enableWhen"))) {
        nameQuestions(whole.path("enableWhen"));
      }
      done.put(key, whole);
    }
    ArrayNode list = ordered(order, done, was, kept, member);
    if (!list.isEmpty()) {
      merged.set(member, list);
    }
  }

  /// Conditions that were written since name questions as the document does.
  private void nameQuestions(JsonNode conditions) {
    for (JsonNode condition : conditions) {
      ObjectNode asked = sourceItems.get(condition.path("question").asText());
      if (asked != null) {
        ((ObjectNode) condition).set("question", asked.get("linkId"));
      }
    }
  }

  private ArrayNode ordered(
      List<String> order,
      Map<String, ObjectNode> done,
      @Nullable ObjectNode was,
      @Nullable ObjectNode kept,
      String member) {
    ArrayNode list = Fhir.NODES.arrayNode();
    boolean asBefore =
        keys(base, was, member).stream().filter(done::containsKey).toList().equals(order);
    Set<String> left = new LinkedHashSet<>(order);
    if (asBefore && kept != null) {
      for (JsonNode each : kept.path(member)) {
        String key = source.key(each);
        if (key == null) {
          list.add(each);
        } else if (left.remove(key)) {
          list.add(done.get(key));
        }
      }
      left.forEach(key -> list.add(done.get(key)));
      return list;
    }
    left.forEach(key -> list.add(done.get(key)));
    if (kept != null) {
      for (JsonNode each : kept.path(member)) {
        if (source.key(each) == null) {
          list.add(each);
        }
      }
    }
    return list;
  }

  private static List<String> keys(Reading reading, @Nullable ObjectNode parent, String member) {
    return List.copyOf(keyed(reading, parent, member).keySet());
  }

  private static Map<String, ObjectNode> keyed(
      Reading reading, @Nullable ObjectNode parent, String member) {
    Map<String, ObjectNode> found = new java.util.LinkedHashMap<>();
    if (parent != null) {
      for (JsonNode each : parent.path(member)) {
        String key = reading.key(each);
        if (key != null) {
          found.put(key, (ObjectNode) each);
        }
      }
    }
    return found;
  }
}
