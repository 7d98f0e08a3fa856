package org.customerfocus.survey.satisfaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.ToldSpans;

/// Which parts of a told quarter may be told, and of which of its months.
///
/// The quarter is made of units: its months that are opened, and the others together. Of each unit
/// the parts that are admitted tell at most the classes that they make (such as end users who do
/// not pay), and the whole is told by day at most. So the classes of the units and the told days
/// are a [Crossing], of which no few may be told. Parts are admitted of the quarter from the
/// largest on as long as that holds, then its months are opened, again from the largest on.
///
/// At most [#MOST] parts are admitted. So what is done grows with the answers of the quarter times
/// the largest parts and the months, and not with all sets of parts and months.
final class PartsOfQuarter {

  /// As many as a `long` has bits.
  static final int MOST = Long.SIZE;

  private final int threshold;
  private final List<Month> months;
  private final List<String> parts;
  private final List<Cell> cells;
  private final long[] answers;
  private final int nodes;
  private final Set<String> admitted = new HashSet<>();
  private int open;

  /// Answers that are told by day alike, and are of the same parts.
  ///
  /// @param node the number of the told day
  /// @param month its number
  /// @param kind the parts, one bit each
  private record Cell(int node, int month, long kind) {}

  /// Answers of a unit that are of these of the admitted parts and of no other of them.
  private record Group(int unit, long kind) {}

  /// @param days all answers of the quarter, by day and by the parts that they are of
  PartsOfQuarter(int threshold, ToldSpans spans, Map<LocalDate, Map<Set<String>, Long>> days) {
    this.threshold = threshold;
    TreeMap<LocalDate, Month> byMonth = new TreeMap<>();
    days.forEach(
        (day, kinds) ->
            byMonth
                .computeIfAbsent(PeriodUnit.MONTH.floor(day), first -> new Month())
                .add(day, kinds));
    months = List.copyOf(byMonth.values());
    parts = largest(months);
    Map<ToldSpans.Told, Integer> told = new HashMap<>();
    Map<Cell, Long> merged = new HashMap<>();
    Map<Set<String>, Long> bits = new HashMap<>();
    days.forEach(
        (day, kinds) -> {
          int node = told.computeIfAbsent(spans.told(day), each -> told.size());
          int month = byMonth.headMap(PeriodUnit.MONTH.floor(day)).size();
          kinds.forEach(
              (kind, answers) ->
                  merged.merge(
                      new Cell(node, month, bits.computeIfAbsent(kind, this::bits)),
                      answers,
                      Long::sum));
        });
    cells = List.copyOf(merged.keySet());
    answers = cells.stream().mapToLong(merged::get).toArray();
    nodes = told.size();
    admit(byMonth.keySet().stream().map(spans::tellsMonth).toList());
  }

  /// A month that somebody answered in.
  private static final class Month {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Map<String, Long> sizes = new TreeMap<>();
    private final Set<Set<String>> kinds = new HashSet<>();
    private long answers;

    void add(LocalDate day, Map<Set<String>, Long> ofDay) {
      days.add(day);
      ofDay.forEach(
          (kind, count) -> {
            kinds.add(kind);
            kind.forEach(part -> sizes.merge(part, count, Long::sum));
            answers += count;
          });
    }

    long answers() {
      return answers;
    }

    boolean touches(LocalDate from, LocalDate to) {
      return !days.subSet(from, to).isEmpty();
    }

    boolean within(LocalDate from, LocalDate to) {
      return !days.first().isBefore(from) && days.last().isBefore(to);
    }
  }

  /// Those that may be admitted, in that order: of those who answered once and of those who
  /// answered again apart, where that can be.
  private static List<String> largest(List<Month> months) {
    Map<String, Long> sizes = new TreeMap<>();
    months.forEach(month -> month.sizes.forEach((part, n) -> sizes.merge(part, n, Long::sum)));
    Comparator<Map.Entry<String, Long>> again =
        Comparator.comparing(part -> !part.getKey().equals(Protection.SUPERSEDED));
    return sizes.entrySet().stream()
        .sorted(again.thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private long bits(Set<String> kind) {
    long bits = 0;
    for (int part = 0; part < parts.size(); part++) {
      bits |= kind.contains(parts.get(part)) ? 1L << part : 0;
    }
    return bits;
  }

  private void admit(List<Boolean> toldMonths) {
    long bits = 0;
    // What tells of no few by all parts tells of no few by some.
    boolean all = !tellsOfFew(-1, 0);
    for (int part = 0; part < parts.size(); part++) {
      long more = bits | 1L << part;
      if (all || !tellsOfFew(more, 0)) {
        bits = more;
        admitted.add(parts.get(part));
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int month = 0; month < months.size(); month++) {
      if (toldMonths.get(month)) {
        order.add(month);
      }
    }
    order.sort(Comparator.comparingLong(month -> -months.get(month).answers()));
    for (int month : order) {
      int more = open | 1 << month;
      if (!tellsOfFew(bits, more)) {
        open = more;
      }
    }
  }

  private boolean tellsOfFew(long some, int opened) {
    Map<Group, Integer> numbers = new HashMap<>();
    long[] sizes = new long[cells.size()];
    int[] groups = new int[cells.size()];
    for (int i = 0; i < groups.length; i++) {
      Cell cell = cells.get(i);
      Group group = new Group(unit(cell.month(), opened), cell.kind() & some);
      groups[i] = numbers.computeIfAbsent(group, each -> numbers.size());
      sizes[groups[i]] += answers[i];
    }
    Crossing crossing = new Crossing(nodes + numbers.size(), groups.length);
    for (int i = 0; i < groups.length; i++) {
      // One that is few by itself is found without looking at days.
      if (sizes[groups[i]] < threshold) {
        return true;
      }
      crossing.add(cells.get(i).node(), nodes + groups[i], answers[i]);
    }
    return crossing.tellsOfFewerThan(threshold);
  }

  /// The number of an opened month, or that of all others.
  private static int unit(int month, int opened) {
    return (opened >> month & 1) == 1 ? month : -1;
  }

  /// Whether these are all of the same parts.
  static boolean alike(Stream<Set<String>> kinds) {
    return kinds.map(kind -> without(kind, Protection.SUPERSEDED)).distinct().limit(2).count() < 2;
  }

  /// Keeps those parts that may be told of a told span.
  void retain(Set<String> some, LocalDate from, LocalDate to) {
    for (List<Month> unit : units()) {
      if (unit.stream().anyMatch(month -> month.touches(from, to))
          && !alike(unit.stream().flatMap(month -> month.kinds.stream()))) {
        boolean whole = unit.stream().allMatch(month -> month.within(from, to));
        some.removeIf(part -> has(unit, part) && !(whole && admitted.contains(part)));
      }
    }
  }

  /// Keeps those roles that people may be counted once by, of the whole quarter.
  ///
  /// @return whether any of that may be told
  boolean retainOfPeople(Set<String> roles, LocalDate from, LocalDate to) {
    boolean again = has(months, Protection.SUPERSEDED);
    if (!months.stream().allMatch(month -> month.within(from, to))
        || (again && !admitted.contains(Protection.SUPERSEDED))) {
      return false;
    }
    roles.removeIf(role -> has(months, role) && !admitted.contains(role));
    return true;
  }

  private List<List<Month>> units() {
    Map<Integer, List<Month>> units = new TreeMap<>();
    for (int month = 0; month < months.size(); month++) {
      units.computeIfAbsent(unit(month, open), each -> new ArrayList<>()).add(months.get(month));
    }
    return List.copyOf(units.values());
  }

  private static boolean has(List<Month> some, String part) {
    return some.stream().anyMatch(month -> month.sizes.containsKey(part));
  }

  private static Set<String> without(Set<String> kind, String part) {
    if (!kind.contains(part)) {
      return kind;
    }
    Set<String> left = new HashSet<>(kind);
    left.remove(part);
    return left;
  }
}
