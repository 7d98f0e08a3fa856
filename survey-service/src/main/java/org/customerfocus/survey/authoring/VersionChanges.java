package org.customerfocus.survey.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.survey.authoring.VersionChangesView.AttributeChange;
import org.customerfocus.survey.authoring.VersionChangesView.ItemChange;
import org.customerfocus.survey.authoring.VersionChangesView.ItemChangeKind;
import org.customerfocus.survey.authoring.VersionChangesView.MemberChange;
import org.customerfocus.survey.authoring.VersionChangesView.OptionChange;
import org.customerfocus.survey.authoring.VersionChangesView.Place;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/// Compares two versions of a survey by link id, option code and attribute key. An item has moved
/// where another one holds it, or where it left the longest run of items that kept their order: so
/// one that is put elsewhere does not make all behind it look moved.
final class VersionChanges {

  private final ObjectMapper json;
  private final SurveyVersion later;
  private final @Nullable SurveyVersion earlier;
  private final Map<String, Standing> before = new LinkedHashMap<>();
  private final Map<String, Standing> after = new LinkedHashMap<>();

  /// An item where it stands.
  private record Standing(Item item, Place place) {}

  VersionChanges(ObjectMapper json, SurveyVersion later, @Nullable SurveyVersion earlier) {
    this.json = json;
    this.later = later;
    this.earlier = earlier;
    if (earlier != null) {
      index(null, earlier.definition().items(), before);
    }
    index(null, later.definition().items(), after);
  }

  private static void index(
      @Nullable String within, List<Item> items, Map<String, Standing> standings) {
    String behind = null;
    for (Item item : items) {
      standings.put(item.linkId(), new Standing(item, new Place(within, behind)));
      behind = item.linkId();
      index(item.linkId(), item.itemList(), standings);
    }
  }

  VersionChangesView view() {
    return new VersionChangesView(
        later.id(),
        later.number(),
        earlier == null ? null : earlier.id(),
        earlier == null ? null : earlier.number(),
        members(earlier == null ? json.createObjectNode() : survey(earlier), survey(later)),
        items(),
        attributes());
  }

  private ObjectNode survey(SurveyVersion version) {
    Definition definition = version.definition();
    ObjectNode node = json.createObjectNode();
    node.put("name", version.name());
    node.put("description", version.description());
    node.setAll(json.<ObjectNode>valueToTree(definition));
    node.remove(List.of("items", "attributes"));
    node.path("translations")
        .forEach(translation -> ((ObjectNode) translation).remove(List.of("items")));
    return node;
  }

  // --- items
  // ---------------------------------------------------------------------------------------

  private List<ItemChange> items() {
    Set<String> moved = moved();
    List<ItemChange> changes = new ArrayList<>();
    after.forEach((id, now) -> add(changes, before.get(id), now, moved.contains(id)));
    before.forEach(
        (id, then) -> {
          if (!after.containsKey(id)) {
            changes.add(
                new ItemChange(
                    id,
                    then.item().text(),
                    List.of(ItemChangeKind.REMOVED),
                    then.place(),
                    null,
                    List.of(),
                    List.of(),
                    List.of()));
          }
        });
    return changes;
  }

  private void add(List<ItemChange> changes, @Nullable Standing then, Standing now, boolean moved) {
    Item item = now.item();
    if (then == null) {
      changes.add(
          new ItemChange(
              item.linkId(),
              item.text(),
              List.of(ItemChangeKind.ADDED),
              null,
              now.place(),
              List.of(),
              List.of(),
              List.of()));
      return;
    }
    List<MemberChange> members =
        members(item(then.item(), Objects.requireNonNull(earlier)), item(item, later));
    List<OptionChange> options = options(then.item().optionList(), item.optionList());
    List<OptionChange> nonAnswers = options(then.item().nonAnswerList(), item.nonAnswerList());
    List<ItemChangeKind> kinds = new ArrayList<>();
    if (!members.isEmpty() || !options.isEmpty() || !nonAnswers.isEmpty()) {
      kinds.add(ItemChangeKind.CHANGED);
    }
    if (moved) {
      kinds.add(ItemChangeKind.MOVED);
    }
    if (!kinds.isEmpty()) {
      changes.add(
          new ItemChange(
              item.linkId(),
              item.text(),
              kinds,
              moved ? then.place() : null,
              moved ? now.place() : null,
              members,
              options,
              nonAnswers));
    }
  }

  private ObjectNode item(Item item, SurveyVersion version) {
    ObjectNode node = json.valueToTree(item);
    node.remove(List.of("linkId", "items", "options", "nonAnswers"));
    version
        .definition()
        .translationMap()
        .forEach(
            (language, translation) -> {
              if (translation.itemMap().containsKey(item.linkId())) {
                node.withObject("/translations")
                    .set(language, json.valueToTree(translation.itemMap().get(item.linkId())));
              }
            });
    return node;
  }

  private Set<String> moved() {
    Map<String, List<String>> siblings = new LinkedHashMap<>();
    Set<String> moved = new LinkedHashSet<>();
    after.forEach(
        (id, now) -> {
          Standing then = before.get(id);
          if (then == null) {
            return;
          }
          if (Objects.equals(then.place().within(), now.place().within())) {
            String within = now.place().within() == null ? "" : now.place().within();
            siblings.computeIfAbsent(within, none -> new ArrayList<>()).add(id);
          } else {
            moved.add(id);
          }
        });
    List<String> order = List.copyOf(before.keySet());
    siblings.values().forEach(ids -> moved.addAll(outOfOrder(ids, order)));
    return moved;
  }

  /// Those that are not in the longest run whose order is that of another list.
  private static List<String> outOfOrder(List<String> ids, List<String> order) {
    Map<String, Integer> ranks = new HashMap<>();
    order.forEach(id -> ranks.put(id, ranks.size()));
    int[] length = new int[ids.size()];
    int[] previous = new int[ids.size()];
    Arrays.fill(previous, -1);
    int last = -1;
    for (int i = 0; i < ids.size(); i++) {
      length[i] = 1;
      for (int j = 0; j < i; j++) {
        boolean ordered = rank(ranks, ids.get(j)) < rank(ranks, ids.get(i));
        if (ordered && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (last < 0 || length[i] >= length[last]) {
        last = i;
      }
    }
    List<String> rest = new ArrayList<>(ids);
    for (int i = last; i >= 0; i = previous[i]) {
      rest.remove(ids.get(i));
    }
    return rest;
  }

  private static int rank(Map<String, Integer> ranks, String id) {
    return Objects.requireNonNull(ranks.get(id));
  }

  // --- options, attributes, members
  // ---------------------------------------------------------------------------------------

  private List<AttributeChange> attributes() {
    Map<String, Attribute> then =
        byId(earlier == null ? List.of() : earlier.definition().attributes(), Attribute::key);
    Map<String, Attribute> now = byId(later.definition().attributes(), Attribute::key);
    List<AttributeChange> changes = new ArrayList<>();
    for (String key : union(now, then)) {
      Attribute one = then.get(key);
      Attribute other = now.get(key);
      if (one == null || other == null) {
        ItemChangeKind kind = one == null ? ItemChangeKind.ADDED : ItemChangeKind.REMOVED;
        changes.add(new AttributeChange(key, List.of(kind), List.of(), List.of()));
      } else if (!one.equals(other)) {
        changes.add(
            new AttributeChange(
                key,
                List.of(ItemChangeKind.CHANGED),
                members(without(one, "options"), without(other, "options")),
                options(one.optionList(), other.optionList())));
      }
    }
    return changes;
  }

  private List<OptionChange> options(List<Option> earlierOptions, List<Option> laterOptions) {
    Map<String, Option> then = byId(earlierOptions, Option::code);
    Map<String, Option> now = byId(laterOptions, Option::code);
    List<String> kept = now.keySet().stream().filter(then::containsKey).toList();
    Set<String> moved = Set.copyOf(outOfOrder(kept, List.copyOf(then.keySet())));
    List<OptionChange> changes = new ArrayList<>();
    for (String code : union(now, then)) {
      Option one = then.get(code);
      Option other = now.get(code);
      List<MemberChange> members = List.of();
      List<ItemChangeKind> kinds = new ArrayList<>();
      if (one == null || other == null) {
        kinds.add(one == null ? ItemChangeKind.ADDED : ItemChangeKind.REMOVED);
      } else {
        members = members(without(one, "code"), without(other, "code"));
        if (!members.isEmpty()) {
          kinds.add(ItemChangeKind.CHANGED);
        }
        if (moved.contains(code)) {
          kinds.add(ItemChangeKind.MOVED);
        }
      }
      if (!kinds.isEmpty()) {
        changes.add(new OptionChange(code, kinds, members));
      }
    }
    return changes;
  }

  private ObjectNode without(Object value, String member) {
    ObjectNode node = json.valueToTree(value);
    node.remove(List.of(member));
    return node;
  }

  private static List<MemberChange> members(ObjectNode then, ObjectNode now) {
    Map<String, String> earlierValues = new LinkedHashMap<>();
    Map<String, String> laterValues = new LinkedHashMap<>();
    flatten("", then, earlierValues);
    flatten("", now, laterValues);
    return union(laterValues, earlierValues).stream()
        .filter(path -> !Objects.equals(earlierValues.get(path), laterValues.get(path)))
        .map(path -> new MemberChange(path, earlierValues.get(path), laterValues.get(path)))
        .toList();
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              each ->
                  flatten(
                      path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                      each.getValue(),
                      values));
    } else if (!node.isNull()) {
      values.put(path, written(node));
    }
  }

  private static String written(JsonNode node) {
    return node.isNumber()
        ? node.decimalValue().toPlainString()
        : node.isTextual() ? node.asText() : node.toString();
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream()
        .collect(Collectors.toMap(id, each -> each, (one, same) -> one, LinkedHashMap::new));
  }

  /// Those of the first, then those that only the second has.
  private static Set<String> union(Map<String, ?> first, Map<String, ?> second) {
    Set<String> all = new LinkedHashSet<>(first.keySet());
    all.addAll(second.keySet());
    return all;
  }
}
