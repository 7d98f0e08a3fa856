package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.survey.gap.SurveyGapsView;
import org.customerfocus.survey.gap.SurveyGapsView.GapDimension;
import org.customerfocus.survey.gap.SurveyGapsView.GapPair;
import org.customerfocus.survey.gap.SurveyGapsView.GapTest;
import org.customerfocus.survey.report.Plots.Named;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Row;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;

/// Gaps as bars: of dimensions, and of the pairs that they are made of.
final class GapsSection {

  private static final String WEIGHTED = "All dimensions, weighted";

  private GapsSection() {}

  static Section of(SurveyGapsView found) {
    String note = "Perception less expectation: below 0, it falls short of what is expected.";
    GapTest weighted = found.weighted();
    if (weighted != null) {
      note +=
          " %s by what each respondent allocated: %s (%s)."
              .formatted(WEIGHTED, Numbers.of(weighted.gap()), Numbers.interval(weighted.gap()));
    }
    return new Section(
        "gaps", "Expectation and perception", note, List.of(dimensions(found), pairs(found)));
  }

  private static Exhibit dimensions(SurveyGapsView found) {
    List<Named> gaps = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    GapTest weighted = found.weighted();
    if (weighted != null) {
      gaps.add(new Named(WEIGHTED, weighted.gap()));
      rows.add(
          new Row(
              WEIGHTED,
              List.of(
                  Numbers.of(weighted.gap()),
                  Numbers.interval(weighted.gap()),
                  Numbers.pValue(weighted.pValue()),
                  Numbers.NOTHING,
                  Numbers.NOTHING)));
    }
    for (GapDimension each : found.dimensions()) {
      gaps.add(new Named(each.text(), each.gap()));
      rows.add(
          new Row(
              each.text(),
              List.of(
                  Numbers.of(each.gap()),
                  Numbers.interval(each.gap()),
                  Numbers.pValue(each.pValue()),
                  Numbers.of(each.importance()),
                  Numbers.interval(each.importance()))));
    }
    String title = "Gap of each dimension";
    return new Exhibit(
        Reporting.bars("gaps-dimensions", title, gaps),
        new Table(
            title,
            List.of("Dimension", "Gap", "Interval", "p-value", "Importance", "Interval"),
            rows));
  }

  private static Exhibit pairs(SurveyGapsView found) {
    List<GapPair> pairs =
        found.dimensions().stream().flatMap(each -> each.pairs().stream()).toList();
    String title = "Gap of each pair of questions";
    return new Exhibit(
        Reporting.bars(
            "gaps-pairs",
            title,
            pairs.stream().map(each -> new Named(each.text(), each.gap())).toList()),
        new Table(
            title,
            List.of("Pair", "Expectation", "Perception", "Gap", "Interval", "p-value"),
            pairs.stream()
                .map(
                    each ->
                        new Row(
                            each.text(),
                            List.of(
                                Numbers.of(each.expectation()),
                                Numbers.of(each.perception()),
                                Numbers.of(each.gap()),
                                Numbers.interval(each.gap()),
                                Numbers.pValue(each.pValue()))))
                .toList()));
  }
}
