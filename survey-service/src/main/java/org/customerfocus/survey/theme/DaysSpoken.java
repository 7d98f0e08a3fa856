package org.customerfocus.survey.theme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.customerfocus.survey.results.ToldSpans;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.theme.ThemeRun.Said;
import org.jspecify.annotations.Nullable;

/// How many spoke on each day of UTC, of all times, by which it is known whether a span of them may
/// be told ([ToldSpans]).
final class DaysSpoken {

  private static final LocalDate EVER = LocalDate.of(9999, 1, 1);

  private final Map<LocalDate, Long> people = new HashMap<>();

  void add(Said said) {
    people.merge(day(said.at()), 1L, Long::sum);
  }

  /// Those of all who are not among some of them.
  DaysSpoken without(DaysSpoken some) {
    DaysSpoken rest = new DaysSpoken();
    people.forEach((day, count) -> rest.people.put(day, count - some.people.getOrDefault(day, 0L)));
    return rest;
  }

  /// @param selection whose span is of whole days
  boolean tells(int threshold, Selection selection) {
    LocalDate from = day(selection.from(), LocalDate.EPOCH);
    LocalDate to = day(selection.to(), EVER);
    return !from.isBefore(to) || new ToldSpans(new Withholding(threshold), people).tells(from, to);
  }

  private static LocalDate day(@Nullable Instant at, LocalDate otherwise) {
    return at == null ? otherwise : day(at);
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
