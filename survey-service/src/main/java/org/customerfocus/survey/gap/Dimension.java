package org.customerfocus.survey.gap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/// A dimension of quality: the group that holds pairs of expectation and perception. A pair outside
/// of any group is a dimension of its own.
record Dimension(String linkId, String text, List<Pair> pairs) {

  /// @param expected the linkId of the question what is expected
  /// @param perceived the linkId of the question what is perceived
  record Pair(String linkId, String text, String expected, String perceived) {}

  static List<Dimension> of(Questionnaire questionnaire) {
    Map<String, Dimension> found = new LinkedHashMap<>();
    questionnaire.items().forEach(item -> gather(item, item, found));
    return List.copyOf(found.values());
  }

  private static void gather(Item item, Item group, Map<String, Dimension> found) {
    if (item.type() == ItemType.EXPECTATION_PERCEPTION) {
      found
          .computeIfAbsent(group.linkId(), id -> new Dimension(id, group.text(), new ArrayList<>()))
          .pairs
          .add(
              new Pair(
                  item.linkId(),
                  item.text(),
                  item.itemList().getFirst().linkId(),
                  item.itemList().getLast().linkId()));
      return;
    }
    item.itemList()
        .forEach(held -> gather(held, held.type() == ItemType.GROUP ? held : item, found));
  }

  /// Whether the question shares a sum out among these dimensions and nothing else.
  static boolean areWeightedBy(@Nullable Item question, List<Dimension> dimensions) {
    if (question == null || question.type() != ItemType.CONSTANT_SUM) {
      return false;
    }
    Set<String> ids = new HashSet<>();
    dimensions.forEach(dimension -> ids.add(dimension.linkId()));
    return ids.equals(new HashSet<>(question.optionList().stream().map(Option::code).toList()));
  }
}
