package org.customerfocus.survey.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Which periods of a trend are withheld, so that neither their neighbours nor trends by shorter or
/// longer periods tell of fewer people than the threshold.
///
/// Whatever the period asked for, the days are withheld as a tree: the whole is made of quarters, a
/// quarter of months, a month of the pieces that its weeks have in it, a piece of days. In each
/// node what is small is withheld together with what would let it be derived from the node, and all
/// below a withheld node is withheld. A day, month or quarter is a node of the tree; a week is told
/// when all of its pieces are.
final class Nesting {

  /// From the longest on.
  static final List<UnaryOperator<LocalDate>> LEVELS =
      List.of(
          PeriodUnit.QUARTER::floor,
          PeriodUnit.MONTH::floor,
          Nesting::piece,
          UnaryOperator.identity());

  private final Withholding withholding;

  Nesting(Withholding withholding) {
    this.withholding = withholding;
  }

  /// @param people by day
  /// @return the first days of the periods that are withheld
  Set<LocalDate> withheld(PeriodUnit unit, Map<LocalDate, Long> people) {
    Set<LocalDate> withheld = new HashSet<>();
    hidden(people).get(LEVELS.indexOf(of(unit))).forEach(first -> withheld.add(unit.floor(first)));
    return withheld;
  }

  /// @param people by day
  /// @return the first days of the nodes that are withheld, by level
  List<Set<LocalDate>> hidden(Map<LocalDate, Long> people) {
    List<Set<LocalDate>> all = new ArrayList<>();
    Set<LocalDate> hidden = Set.of();
    UnaryOperator<LocalDate> parent = day -> LocalDate.EPOCH;
    for (UnaryOperator<LocalDate> level : LEVELS) {
      hidden = level(grouped(people, level), parent, hidden);
      parent = level;
      all.add(hidden);
    }
    return all;
  }

  /// The level of the tree that decides about a period.
  private static UnaryOperator<LocalDate> of(PeriodUnit unit) {
    return switch (unit) {
      case QUARTER -> LEVELS.get(0);
      case MONTH -> LEVELS.get(1);
      case WEEK -> LEVELS.get(2);
      case DAY -> LEVELS.get(3);
    };
  }

  private Set<LocalDate> level(
      Map<LocalDate, Long> nodes, UnaryOperator<LocalDate> parent, Set<LocalDate> hiddenParents) {
    Map<LocalDate, Map<LocalDate, Long>> families = new HashMap<>();
    nodes.forEach(
        (first, size) ->
            families
                .computeIfAbsent(parent.apply(first), each -> new HashMap<>())
                .put(first, size));
    Set<LocalDate> hidden = new HashSet<>();
    families.forEach(
        (above, family) ->
            hidden.addAll(
                hiddenParents.contains(above)
                    ? family.keySet()
                    : withholding.withheld(family, Set.of())));
    return hidden;
  }

  private static Map<LocalDate, Long> grouped(
      Map<LocalDate, Long> people, UnaryOperator<LocalDate> level) {
    Map<LocalDate, Long> grouped = new TreeMap<>();
    people.forEach((day, count) -> grouped.merge(level.apply(day), count, Long::sum));
    return grouped;
  }

  /// The first day that the week has in the month.
  private static LocalDate piece(LocalDate day) {
    LocalDate week = PeriodUnit.WEEK.floor(day);
    LocalDate month = PeriodUnit.MONTH.floor(day);
    return week.isBefore(month) ? month : week;
  }
}
