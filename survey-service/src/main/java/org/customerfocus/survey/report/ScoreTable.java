package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.jspecify.annotations.Nullable;

/// The scores of a question as columns of a table.
final class ScoreTable {

  private ScoreTable() {}

  /// The scores that there are, by the names that people know, the headline first.
  static Map<String, Figure> scores(ResultScores scores) {
    Map<String, Figure> named = new LinkedHashMap<>();
    Map<String, @Nullable Figure> all = new LinkedHashMap<>();
    all.put("NPS", scores.nps());
    all.put("Satisfied", scores.csat());
    all.put("Effort (CES)", scores.ces());
    all.put("Easy", scores.easy());
    all.put("Mean", scores.mean());
    all.forEach(
        (name, figure) -> {
          if (figure != null) {
            named.put(name, figure);
          }
        });
    return named;
  }

  static @Nullable Figure headline(ResultScores scores) {
    return scores(scores).values().stream().findFirst().orElse(null);
  }

  static String headlineName(ResultScores scores) {
    return scores(scores).keySet().stream().findFirst().orElse("");
  }

  /// @param people what is said of how many there are
  static List<String> columns(String first, String people, ResultScores scores) {
    List<String> columns = new ArrayList<>(List.of(first, people));
    for (String score : scores(scores).keySet()) {
      columns.add(score);
      columns.add("Interval");
    }
    return columns;
  }

  static Row row(String name, String people, ResultScores scores) {
    List<String> cells = new ArrayList<>();
    cells.add(people);
    scores(scores)
        .values()
        .forEach(
            figure -> {
              cells.add(Numbers.of(figure));
              cells.add(Numbers.interval(figure));
            });
    return new Row(name, cells);
  }
}
