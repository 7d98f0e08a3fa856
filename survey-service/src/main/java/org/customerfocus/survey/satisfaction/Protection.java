package org.customerfocus.survey.satisfaction;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.ToldSpans;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.satisfaction.SatisfactionRepository.Of;
import org.jspecify.annotations.Nullable;

/// What of satisfaction may be told, decided from all that was ever answered, so that no two calls
/// tell by their difference of fewer people than the threshold.
///
/// Spans of time are told as [ToldSpans] say. Parts (surveys, roles, segments, touchpoints) are
/// told of whole quarters and of those months of them that [PartsOfQuarter] opens, since there they
/// cross the told days without telling of few. Where all answers are of the same parts, these are
/// the whole.
final class Protection {

  /// A part that stands for whoever answered again later.
  static final String SUPERSEDED = "+";

  private final int threshold;
  private final ToldSpans spans;
  private final Map<Of, TreeMap<LocalDate, Map<LocalDate, Map<List<String>, Long>>>> kinds =
      new EnumMap<>(Of.class);
  private final Map<Of, Map<LocalDate, PartsOfQuarter>> told = new EnumMap<>(Of.class);

  /// How many answers of a day are in these parts of what and in no other.
  ///
  /// @param parts in order, each once
  record Past(Of of, LocalDate day, List<String> parts, long answers) {}

  /// @param history of the whole, all; of parts, at least the quarters that are asked about
  Protection(int threshold, List<Past> history) {
    this.threshold = threshold;
    Map<LocalDate, Long> days = new HashMap<>();
    for (Past past : history) {
      if (past.of() == Of.WHOLE) {
        days.merge(past.day(), past.answers(), Long::sum);
      } else {
        kinds
            .computeIfAbsent(past.of(), of -> new TreeMap<>())
            .computeIfAbsent(PeriodUnit.QUARTER.floor(past.day()), quarter -> new TreeMap<>())
            .computeIfAbsent(past.day(), day -> new HashMap<>())
            .merge(past.parts(), past.answers(), Long::sum);
      }
    }
    spans = new ToldSpans(new Withholding(threshold), days);
  }

  /// Whether the whole of a span may be told.
  boolean tells(LocalDate from, LocalDate to) {
    return spans.tells(from, to);
  }

  /// The parts that may be told of a span.
  Set<String> parts(Of of, LocalDate from, LocalDate to) {
    if (!spans.tells(from, to)) {
      return Set.of();
    }
    Map<LocalDate, Map<LocalDate, Map<List<String>, Long>>> touched = touched(of, from, to);
    Set<List<String>> kinds = kinds(touched);
    Set<String> parts = all(kinds);
    if (PartsOfQuarter.alike(kinds.stream())) {
      // All answers there are, so that it is the whole.
      return parts;
    }
    for (var quarter : touched.entrySet()) {
      if (!spans.tells(quarter.getKey())) {
        return Set.of();
      }
      of(of, quarter.getKey(), quarter.getValue()).retain(parts, from, to);
    }
    return parts;
  }

  /// The roles whose people may be counted once each in a span, in whatever order of roles.
  ///
  /// @return null where none of that may be told
  @Nullable Set<String> roles(LocalDate from, LocalDate to) {
    if (!spans.tells(from, to)) {
      return null;
    }
    Map<LocalDate, Map<LocalDate, Map<List<String>, Long>>> touched = touched(Of.ROLE, from, to);
    Set<String> roles = all(kinds(touched));
    boolean none = roles.isEmpty();
    for (var quarter : touched.entrySet()) {
      if (!spans.tells(quarter.getKey())
          || !of(Of.ROLE, quarter.getKey(), quarter.getValue()).retainOfPeople(roles, from, to)) {
        return null;
      }
    }
    return roles.isEmpty() && !none ? null : roles;
  }

  private PartsOfQuarter of(
      Of of, LocalDate quarter, Map<LocalDate, Map<List<String>, Long>> days) {
    return told.computeIfAbsent(of, each -> new HashMap<>())
        .computeIfAbsent(quarter, first -> new PartsOfQuarter(threshold, spans, days));
  }

  /// The quarters that a span has answers of, each with all of its answers.
  private Map<LocalDate, Map<LocalDate, Map<List<String>, Long>>> touched(
      Of of, LocalDate from, LocalDate to) {
    Map<LocalDate, Map<LocalDate, Map<List<String>, Long>>> touched =
        new TreeMap<>(kinds.getOrDefault(of, new TreeMap<>()));
    touched
        .values()
        .removeIf(
            days -> days.keySet().stream().noneMatch(d -> !d.isBefore(from) && d.isBefore(to)));
    return touched;
  }

  private static Set<List<String>> kinds(
      Map<LocalDate, Map<LocalDate, Map<List<String>, Long>>> quarters) {
    Set<List<String>> kinds = new HashSet<>();
    quarters.values().forEach(days -> days.values().forEach(day -> kinds.addAll(day.keySet())));
    return kinds;
  }

  private static Set<String> all(Set<List<String>> kinds) {
    Set<String> all = new TreeSet<>();
    kinds.forEach(all::addAll);
    all.remove(SUPERSEDED);
    return all;
  }
}
