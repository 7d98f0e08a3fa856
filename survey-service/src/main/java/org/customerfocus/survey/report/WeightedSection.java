package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.survey.report.Plots.Named;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;
import org.customerfocus.survey.results.WeightedResultsView;
import org.customerfocus.survey.results.WeightedResultsView.WeightedQuestion;
import org.jspecify.annotations.Nullable;

/// Scores weighted to a population, each beside the same without the weights.
final class WeightedSection {

  private static final String PLAIN = "As answered";
  private static final String WEIGHTED = "Weighted";

  private WeightedSection() {}

  static Section of(WeightedResultsView found) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (WeightedQuestion question : found.questions()) {
      exhibits.add(question("weighted-" + exhibits.size(), question));
    }
    exhibits.add(targets(found));
    return new Section("weighted", "Weighted to the population", note(found), exhibits);
  }

  private static String note(WeightedResultsView found) {
    List<String> parts = new ArrayList<>();
    parts.add(Reporting.words(found.method().wire()));
    if (found.respondents() == null) {
      parts.add("withheld, as it would tell about too few people");
    } else {
      parts.add(
          "%s respondents with a weight tell like %s"
              .formatted(Numbers.count(found.respondents()), people(found.effectiveN())));
    }
    if (found.trimmed() != null) {
      parts.add("%s weights trimmed".formatted(Numbers.count(found.trimmed())));
    }
    if (found.population() != null) {
      parts.add("of %s people there are".formatted(Numbers.plain(found.population())));
    }
    return String.join(" · ", parts);
  }

  private static Exhibit question(String id, WeightedQuestion question) {
    String heading =
        "%s, weighted: %s".formatted(ScoreTable.headlineName(question.scores()), question.text());
    return new Exhibit(
        Reporting.bars(
            id,
            heading,
            List.of(
                new Named(PLAIN, ScoreTable.headline(question.scores())),
                new Named(WEIGHTED, ScoreTable.headline(question.weightedScores())))),
        new Table(
            heading,
            ScoreTable.columns("Scores", "Effective n", question.scores()),
            List.of(
                ScoreTable.row(PLAIN, Numbers.count(question.n()), question.scores()),
                ScoreTable.row(
                    WEIGHTED, people(question.effectiveN()), question.weightedScores()))));
  }

  private static String people(@Nullable Double effective) {
    return effective == null ? "withheld" : Numbers.of(effective, "points");
  }

  private static Exhibit targets(WeightedResultsView found) {
    List<Row> rows = new ArrayList<>();
    found
        .margins()
        .forEach(
            margin ->
                margin
                    .targets()
                    .forEach(
                        target ->
                            rows.add(
                                new Row(
                                    "%s: %s"
                                        .formatted(
                                            margin.label(),
                                            target.label() == null
                                                ? target.value()
                                                : target.label()),
                                    List.of(Numbers.plain(target.population()))))));
    return new Exhibit(
        null, new Table("How many of the population", List.of("Value", "Population"), rows));
  }
}
