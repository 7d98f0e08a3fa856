package org.customerfocus.survey.satisfaction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
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

  /// What the answers of a month are parts of.
  private final List<Alike> classes = new ArrayList<>();

  private final List<Cell> cells = new ArrayList<>();
  private final int nodes;
  private final Set<String> admitted = new HashSet<>();
  private int open;

  /// Answers of a month that are of the same parts.
  ///
  /// @param month its number
  /// @param kind the parts, one bit each
  private record Alike(int month, long kind, long answers) {}

  /// Answers of a class that are told by day alike.
  ///
  /// @param node the number of the told day
  /// @param of the number of the class
  private record Cell(int node, int of, long answers) {}

  /// @param days all answers of the quarter, by day and by the parts that they are of
  PartsOfQuarter(int threshold, ToldSpans spans, Map<LocalDate, Map<List<String>, Long>> days) {
    this.threshold = threshold;
    TreeMap<LocalDate, Month> byMonth = new TreeMap<>();
    days.forEach(
        (day, kinds) ->
            byMonth
                .computeIfAbsent(PeriodUnit.MONTH.floor(day), first -> new Month())
                .add(day, kinds));
    months = List.copyOf(byMonth.values());
    parts = largest(months);
    nodes = count(spans, days);
    admit(byMonth.keySet().stream().map(spans::tellsMonth).toList());
  }

  /// @return how many days are told apart
  private int count(ToldSpans spans, Map<LocalDate, Map<List<String>, Long>> days) {
    Map<String, Integer> bits = new HashMap<>();
    parts.forEach(part -> bits.put(part, bits.size()));
    Map<ToldSpans.Told, Integer> told = new HashMap<>();
    for (int number = 0; number < months.size(); number++) {
      Month month = months.get(number);
      Map<List<String>, Integer> of = new HashMap<>();
      for (Map.Entry<List<String>, Long> kind : month.kinds.entrySet()) {
        of.put(kind.getKey(), classes.size());
        classes.add(new Alike(number, bits(kind.getKey(), bits), kind.getValue()));
      }
      for (LocalDate day : month.days) {
        int node = told.computeIfAbsent(spans.told(day), each -> told.size());
        days.getOrDefault(day, Map.of())
            .forEach(
                (kind, answers) -> cells.add(new Cell(node, of.getOrDefault(kind, 0), answers)));
      }
    }
    return told.size();
  }

  /// A month that somebody answered in.
  private static final class Month {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Map<List<String>, Long> kinds = new HashMap<>();

    void add(LocalDate day, Map<List<String>, Long> ofDay) {
      days.add(day);
      ofDay.forEach((kind, answers) -> kinds.merge(kind, answers, Long::sum));
    }

    long answers() {
      return kinds.values().stream().mapToLong(Long::longValue).sum();
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
    Map<String, Long> sizes = new HashMap<>();
    months.forEach(
        month ->
            month.kinds.forEach(
                (kind, answers) -> kind.forEach(part -> sizes.merge(part, answers, Long::sum))));
    Comparator<Map.Entry<String, Long>> order =
        Comparator.comparing(part -> !part.getKey().equals(Protection.SUPERSEDED));
    return sizes.entrySet().stream()
        .sorted(
            order
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long bits(List<String> kind, Map<String, Integer> numbers) {
    long bits = 0;
    for (String part : kind) {
      Integer number = numbers.get(part);
      bits |= number == null ? 0 : 1L << number;
    }
    return bits;
  }

  private void admit(List<Boolean> toldMonths) {
    // What tells of no few by some parts tells of no few by fewer parts. So days are looked at once
    // where they hinder none that are large enough.
    Groups groups = admissible(false);
    if (tellsOfFewByDay(groups)) {
      groups = admissible(true);
    }
    List<Integer> order = new ArrayList<>();
    for (int month = 0; month < months.size(); month++) {
      if (toldMonths.get(month)) {
        order.add(month);
      }
    }
    order.sort(Comparator.comparingLong(month -> -months.get(month).answers()));
    for (int month : order) {
      Groups more = groups.split(of -> classes.get(of).month() == month);
      if (!more.tellOfFew() && !tellsOfFewByDay(more)) {
        groups = more;
        open |= 1 << month;
      }
    }
  }

  /// The groups that the parts make that are admitted now.
  ///
  /// @param byDay whether days are to be looked at
  private Groups admissible(boolean byDay) {
    admitted.clear();
    Groups groups = new Groups(new int[classes.size()], 1);
    for (int part = 0; part < parts.size(); part++) {
      long bit = 1L << part;
      Groups more = groups.split(of -> (classes.get(of).kind() & bit) != 0);
      if (!more.tellOfFew() && !(byDay && tellsOfFewByDay(more))) {
        groups = more;
        admitted.add(parts.get(part));
      }
    }
    return groups;
  }

  private boolean tellsOfFewByDay(Groups groups) {
    Crossing crossing = new Crossing(nodes + groups.count, cells.size());
    for (Cell cell : cells) {
      crossing.add(cell.node(), nodes + groups.of[cell.of()], cell.answers());
    }
    return crossing.tellsOfFewerThan(threshold);
  }

  /// Classes that are not told apart.
  private final class Groups {
    private final int[] of;
    private final int count;

    /// @param of the number of the group of each class
    Groups(int[] of, int count) {
      this.of = of;
      this.count = count;
    }

    /// Tells some classes apart from the others.
    Groups split(IntPredicate some) {
      int[] numbers = new int[2 * count];
      int[] split = new int[of.length];
      int next = 0;
      for (int each = 0; each < of.length; each++) {
        int half = 2 * of[each] + (some.test(each) ? 1 : 0);
        if (numbers[half] == 0) {
          numbers[half] = ++next;
        }
        split[each] = numbers[half] - 1;
      }
      return new Groups(split, next);
    }

    boolean tellOfFew() {
      long[] answers = new long[count];
      for (int each = 0; each < of.length; each++) {
        answers[of[each]] += classes.get(each).answers();
      }
      return Arrays.stream(answers).anyMatch(some -> some < threshold);
    }
  }

  /// Whether these are all of the same parts.
  static boolean alike(Stream<List<String>> kinds) {
    return kinds.map(kind -> without(kind, Protection.SUPERSEDED)).distinct().limit(2).count() < 2;
  }

  /// Keeps those parts that may be told of a told span.
  void retain(Set<String> some, LocalDate from, LocalDate to) {
    for (List<Month> unit : units()) {
      if (unit.stream().anyMatch(month -> month.touches(from, to))
          && !alike(unit.stream().flatMap(month -> month.kinds.keySet().stream()))) {
        boolean whole = unit.stream().allMatch(month -> month.within(from, to));
        Set<String> there = all(unit);
        some.removeIf(part -> there.contains(part) && !(whole && admitted.contains(part)));
      }
    }
  }

  /// Keeps those roles that people may be counted once by, of the whole quarter.
  ///
  /// @return whether any of that may be told
  boolean retainOfPeople(Set<String> roles, LocalDate from, LocalDate to) {
    Set<String> there = all(months);
    boolean again = there.contains(Protection.SUPERSEDED);
    if (!months.stream().allMatch(month -> month.within(from, to))
        || (again && !admitted.contains(Protection.SUPERSEDED))) {
      return false;
    }
    roles.removeIf(role -> there.contains(role) && !admitted.contains(role));
    return true;
  }

  private List<List<Month>> units() {
    Map<Integer, List<Month>> units = new TreeMap<>();
    for (int month = 0; month < months.size(); month++) {
      int unit = (open >> month & 1) == 1 ? month : -1;
      units.computeIfAbsent(unit, each -> new ArrayList<>()).add(months.get(month));
    }
    return List.copyOf(units.values());
  }

  private static Set<String> all(List<Month> some) {
    Set<String> all = new HashSet<>();
    some.forEach(month -> month.kinds.keySet().forEach(all::addAll));
    return all;
  }

  private static List<String> without(List<String> kind, String part) {
    return kind.contains(part) ? kind.stream().filter(each -> !each.equals(part)).toList() : kind;
  }
}
