package org.customerfocus.survey.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Which spans of days may be told, so that no two of them tell by their difference of fewer people
/// than the threshold.
///
/// All days of all times are withheld as the tree that [Nesting] makes of them, whatever span is
/// asked for. A span is told when it is made up of nodes that are told: of the whole, or quarters,
/// months, weeks within a month, and days. Every combination of such spans is one of told nodes, so
/// none says more than the tree does. Days on which nobody answered belong to any span.
public final class ToldSpans {

  private final Withholding withholding;
  private final TreeMap<LocalDate, Long> people;
  private final List<Set<LocalDate>> hidden;

  /// @param people by day, of all times
  public ToldSpans(Withholding withholding, Map<LocalDate, Long> people) {
    this.withholding = withholding;
    this.people = new TreeMap<>(people);
    this.people.values().removeIf(count -> count == 0);
    this.hidden = new Nesting(withholding).hidden(this.people);
  }

  /// @param to the first day no more
  public boolean tells(LocalDate from, LocalDate to) {
    Set<LocalDate> days = Set.copyOf(people.subMap(from, to).keySet());
    if (days.isEmpty()) {
      return true;
    }
    if (days.size() == people.size()) {
      return !withholding.small(people.values().stream().mapToLong(Long::longValue).sum());
    }
    LocalDate first = PeriodUnit.QUARTER.floor(from);
    LocalDate end = PeriodUnit.QUARTER.next(PeriodUnit.QUARTER.floor(to.minusDays(1)));
    return tells(people.subMap(first, end).keySet(), days, 0);
  }

  /// Whether some days of a node are made up of told nodes of a level and those below.
  private boolean tells(Collection<LocalDate> node, Set<LocalDate> days, int level) {
    UnaryOperator<LocalDate> floor = Nesting.LEVELS.get(level);
    Map<LocalDate, List<LocalDate>> parts = new HashMap<>();
    node.forEach(
        day -> parts.computeIfAbsent(floor.apply(day), each -> new ArrayList<>()).add(day));
    return parts.entrySet().stream()
        .allMatch(
            part -> {
              List<LocalDate> all = part.getValue();
              if (all.stream().noneMatch(days::contains)) {
                return true;
              }
              // What lies below a withheld node is withheld with it.
              return !hidden.get(level).contains(part.getKey())
                  && (days.containsAll(all) || tells(all, days, level + 1));
            });
  }

  /// Whether a quarter is told by itself.
  public boolean tells(LocalDate quarter) {
    return !hidden.getFirst().contains(quarter);
  }

  /// Whether a month is told by itself.
  public boolean tellsMonth(LocalDate month) {
    return !hidden.get(1).contains(month);
  }

  /// The finest that is told of a day: the day itself, or what is withheld of the shortest told
  /// node that it lies in. Whatever is told of spans is the same for all of it.
  public Told told(LocalDate day) {
    LocalDate node = LocalDate.EPOCH;
    for (int level = 0; level < hidden.size(); level++) {
      LocalDate part = Nesting.LEVELS.get(level).apply(day);
      if (hidden.get(level).contains(part)) {
        return new Told(level, node);
      }
      node = part;
    }
    return new Told(hidden.size(), node);
  }

  /// What is withheld at a level of a node.
  public record Told(int level, LocalDate node) {}
}
