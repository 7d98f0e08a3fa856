package org.customerfocus.survey.results;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.SurveyTrendView.TrendPeriod;
import org.jspecify.annotations.Nullable;

/// Results split by periods of time, which are made of days: so that what is withheld can be looked
/// at for all lengths of periods at once ([Nesting]).
final class Trend {

  private static final int MOST = 400;

  private final List<PublishedVersion> versions;
  private final TrendQuery query;
  private final ZoneId zone;

  Trend(List<PublishedVersion> versions, TrendQuery query, ZoneId zone) {
    this.versions = versions;
    this.query = query;
    this.zone = zone;
  }

  SurveyTrendView of(UUID surveyId, List<CountedRow> days) {
    double level = ResultsQuery.confidence(query.level);
    List<LocalDate> starts = starts(days);
    List<TrendPeriod> periods = new ArrayList<>();
    if (versions.isEmpty()) {
      return new SurveyTrendView(surveyId, query.period, zone.getId(), level, periods);
    }
    Assembly assembly =
        new Assembly(versions, null, questions(), new Scores(level, query.npsInterval));
    if (!starts.isEmpty()) {
      Splitter splitter = splitter(starts);
      Set<String> shown = new HashSet<>(splitter.options().stream().map(Option::code).toList());
      ResultsView found =
          assembly
              .withholding(withheld(days))
              .results(
                  level,
                  days,
                  splitter,
                  days.stream()
                      .map(this::inPeriod)
                      .filter(row -> shown.contains(row.part().value()))
                      .toList());
      Objects.requireNonNull(found.split())
          .parts()
          .forEach(
              part -> {
                LocalDate start = LocalDate.parse(Objects.requireNonNull(part.value()));
                periods.add(
                    new TrendPeriod(
                        start,
                        query.period.next(start),
                        part.base(),
                        part.questions().stream().map(QuestionResult::scoresAlone).toList()));
              });
    }
    return new SurveyTrendView(surveyId, query.period, zone.getId(), level, periods);
  }

  /// Those asked for, else all that have scores.
  List<String> questions() {
    if (!query.questions.isEmpty()) {
      return query.questions;
    }
    List<String> scored =
        versions.stream()
            .flatMap(version -> version.questionnaire().questions().stream())
            .filter(Scores::has)
            .map(Item::linkId)
            .distinct()
            .toList();
    if (scored.isEmpty()) {
      throw ProblemException.parameter(
          "question", "is needed, since no question of this survey has scores");
    }
    return scored;
  }

  /// The first days of the periods to tell about.
  private List<LocalDate> starts(List<CountedRow> days) {
    LocalDate last = query.to == null ? extreme(days, false) : query.to.minusDays(1);
    LocalDate first = query.from == null ? extreme(days, true) : query.from;
    List<LocalDate> starts = new ArrayList<>();
    if (first != null && last != null) {
      LocalDate end = query.period.floor(last);
      for (LocalDate start = query.period.floor(first);
          !start.isAfter(end);
          start = query.period.next(start)) {
        starts.add(start);
        if (starts.size() > MOST) {
          if (query.from != null) {
            throw ProblemException.parameter(
                "from", "makes more than %d periods; ask for fewer".formatted(MOST));
          }
          starts.removeFirst();
        }
      }
      if (starts.isEmpty() && query.from != null && query.to != null) {
        throw ProblemException.parameter("from", "must be before to");
      }
    }
    return starts;
  }

  private static @Nullable LocalDate extreme(List<CountedRow> days, boolean first) {
    LocalDate found = null;
    for (CountedRow row : days) {
      LocalDate day = day(row);
      if (found == null || (first ? day.isBefore(found) : day.isAfter(found))) {
        found = day;
      }
    }
    return found;
  }

  private static Splitter splitter(List<LocalDate> starts) {
    List<Option> periods =
        starts.stream().map(start -> Option.of(start.toString(), start.toString())).toList();
    return new Splitter("period", SplitKind.DAY, false, false, "Period", periods, List.of());
  }

  private CountedRow inPeriod(CountedRow row) {
    return row.in(new Part(query.period.floor(day(row)).toString(), null));
  }

  private Map<String, Set<Part>> withheld(List<CountedRow> days) {
    Nesting nesting = new Nesting(new Withholding(versions.getLast().anonymityThreshold()));
    Map<String, Set<Part>> withheld = new HashMap<>();
    people(days)
        .forEach(
            (of, byDay) -> {
              Set<Part> parts = new HashSet<>();
              nesting
                  .withheld(query.period, byDay)
                  .forEach(start -> parts.add(new Part(start.toString(), null)));
              withheld.put(of, parts);
            });
    return withheld;
  }

  /// Who answered, by question and by day.
  static Map<String, Map<LocalDate, Long>> people(List<CountedRow> days) {
    Map<String, Map<LocalDate, Long>> people = new HashMap<>();
    for (CountedRow row : days) {
      if (row.nonAnswer() == null) {
        String of = row.linkId() == null ? Assembly.EVERYBODY : row.linkId();
        people
            .computeIfAbsent(of, each -> new TreeMap<>())
            .merge(day(row), row.people(), Long::sum);
      }
    }
    return people;
  }

  private static LocalDate day(CountedRow row) {
    return LocalDate.parse(Objects.requireNonNull(row.part().value()));
  }
}
