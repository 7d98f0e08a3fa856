package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.index.SurveyIndexView;
import org.customerfocus.survey.report.Plots.Named;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;

/// An index as a bar, and what it is made of.
final class IndexSection {

  private static final String NAME = "Index (0–100)";

  private IndexSection() {}

  static Section of(SurveyIndexView found) {
    Figure index = found.index();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(NAME, List.of(Numbers.NOTHING, Numbers.of(index), Numbers.interval(index))));
    found
        .components()
        .forEach(
            each ->
                rows.add(
                    new Row(
                        each.text(),
                        List.of(
                            Numbers.of(each.weight(), "ratio"),
                            Numbers.of(each.mean()),
                            Numbers.interval(each.mean())))));
    return new Section(
        "index",
        "Index of several questions",
        index.value() == null
            ? Objects.requireNonNullElse(index.reason(), "")
            : "%s valid answers to the question that the fewest answered"
                .formatted(Numbers.count(index.n())),
        List.of(
            new Exhibit(
                Plots.bars("index-bar", NAME, List.of(new Named(NAME, index)), 0, 100),
                new Table(
                    "The index and the questions that it is made of",
                    List.of("Question", "Weight", "Value", "Interval"),
                    rows))));
  }
}
