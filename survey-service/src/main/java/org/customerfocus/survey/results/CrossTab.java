package org.customerfocus.survey.results;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.results.ResultsView.AnswerCount;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.customerfocus.survey.results.ResultsView.ResultSplit;
import org.customerfocus.survey.results.SurveyCrossTabView.CrossTabCell;
import org.customerfocus.survey.results.SurveyCrossTabView.CrossTabColumn;
import org.customerfocus.survey.results.SurveyCrossTabView.CrossTabRow;
import org.customerfocus.survey.results.SurveyCrossTabView.CrossTabSide;
import org.customerfocus.survey.results.SurveyCrossTabView.CrossTabTest;
import org.customerfocus.survey.statistics.CrossTable;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Proportion;

/// A cross-tabulation is results split by the rows, of the one question of the columns: the counts,
/// and what is withheld of them, are those of the results.
final class CrossTab {

  private static final String METHOD = "cramers-v";

  private final ResultsView results;
  private final ResultSplit split;
  private final QuestionResult whole;
  private final List<CrossTabColumn> columns;

  /// @param results of one question, with a split
  /// @throws ProblemException 400 when its answers make no columns
  private CrossTab(ResultsView results) {
    this.results = results;
    split = Objects.requireNonNull(results.split());
    whole = results.questions().getFirst();
    if (!whole.type().isScale() && !whole.type().hasOptions() && whole.type() != ItemType.CONSENT) {
      throw ProblemException.parameter(
          "column", "names a question whose answers are no choices and no steps of a scale");
    }
    columns = columns();
  }

  static SurveyCrossTabView of(ResultsView results) {
    return new CrossTab(results).view();
  }

  private SurveyCrossTabView view() {
    return new SurveyCrossTabView(
        results.surveyId(),
        new CrossTabSide(split.by(), split.label()),
        new CrossTabSide(whole.linkId(), whole.text()),
        results.level(),
        whole.n(),
        columns,
        split.parts().stream().map(this::row).toList(),
        test());
  }

  private static String value(AnswerCount count) {
    return count.optionCode() != null
        ? count.optionCode()
        : String.valueOf(count.accepted() == null ? count.value() : count.accepted());
  }

  private List<CrossTabColumn> columns() {
    if (whole.type().isScale()) {
      Map<Integer, CrossTabColumn> steps = new TreeMap<>();
      split.parts().stream()
          .flatMap(part -> counts(part).stream())
          .forEach(
              each ->
                  steps.put(
                      Objects.requireNonNull(each.value()), new CrossTabColumn(value(each), null)));
      return List.copyOf(steps.values());
    }
    return split.parts().stream()
        .map(CrossTab::counts)
        .filter(counts -> !counts.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(each -> new CrossTabColumn(value(each), each.label()))
        .toList();
  }

  private static List<AnswerCount> counts(ResultPart part) {
    List<AnswerCount> counts = part.questions().getFirst().counts();
    return counts == null ? List.of() : counts;
  }

  private CrossTabRow row(ResultPart part) {
    QuestionResult question = part.questions().getFirst();
    return new CrossTabRow(
        part.value(),
        part.nonAnswer(),
        part.label(),
        question.n(),
        question.counts() == null ? null : cells(question));
  }

  private List<CrossTabCell> cells(QuestionResult question) {
    long n = Objects.requireNonNull(question.n());
    long base = Objects.requireNonNull(question.base());
    return columns.stream()
        .map(
            column -> {
              long count = count(question, column);
              return new CrossTabCell(count, share(count, n, base));
            })
        .toList();
  }

  private static long count(QuestionResult question, CrossTabColumn column) {
    return Objects.requireNonNull(question.counts()).stream()
        .filter(each -> value(each).equals(column.value()))
        .mapToLong(AnswerCount::count)
        .sum();
  }

  private Figure share(long count, long n, long base) {
    if (n == 0) {
      return Figure.insufficient(
          "ratio", 0, base, "share/wilson", "Nobody has given a valid answer yet.");
    }
    Proportion share = Proportion.of(count, n);
    Interval interval = share.wilson(results.level());
    return Figure.of(
        share.share(),
        "ratio",
        n,
        base,
        "share/wilson",
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  private CrossTabTest test() {
    if (split.overlapping()
        || (whole.type().hasOptions() && whole.type() != ItemType.SINGLE_CHOICE)) {
      return without(
          Figure.notApplicable(
              "ratio", METHOD, "A respondent can be in several cells of the table."));
    }
    List<ResultPart> parts =
        split.parts().stream().filter(part -> part.nonAnswer() == null).toList();
    if (parts.stream().anyMatch(part -> part.questions().getFirst().counts() == null)) {
      Figure hidden =
          Figure.withheld(
              "ratio", METHOD, "Some cells of the table are withheld, and would be derivable.");
      return without(hidden);
    }
    long[][] counts =
        parts.stream()
            .map(
                part ->
                    columns.stream()
                        .mapToLong(column -> count(part.questions().getFirst(), column))
                        .toArray())
            .toArray(long[][]::new);
    long base =
        parts.stream()
            .map(part -> part.questions().getFirst().base())
            .collect(Collectors.summingLong(each -> each == null ? 0 : each));
    CrossTable table = CrossTable.of(counts);
    if (table == null) {
      return without(
          Figure.insufficient(
              "ratio", 0, base, METHOD, "There are fewer than two rows or columns with answers."));
    }
    return new CrossTabTest(
        Figure.of(table.cramersV(), "ratio", table.n(), base, METHOD, null),
        table.chiSquare(),
        table.degreesOfFreedom(),
        table.pValue(),
        table.fewExpected());
  }

  private static CrossTabTest without(Figure cramersV) {
    return new CrossTabTest(cramersV, null, null, null, null);
  }
}
