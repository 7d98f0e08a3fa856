package org.customerfocus.survey.report;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.stream.IntStream;
import org.customerfocus.survey.report.Report.Exhibit;
import org.customerfocus.survey.report.Report.Section;
import org.customerfocus.survey.report.Report.Table;
import org.jspecify.annotations.Nullable;

/// A report as its template takes it: with its plots as SVG.
public record ReportPage(String title, String summary, List<PageSection> sections) {

  /// A section.
  public record PageSection(String id, String heading, String note, List<PageExhibit> exhibits) {}

  /// A plot as SVG, null without one, and its table.
  ///
  /// @param id of the caption of the table
  public record PageExhibit(
      String id,
      @Nullable RawString svg,
      String caption,
      List<String> columns,
      List<PageRow> rows) {}

  /// A row.
  public record PageRow(String name, List<String> cells) {}

  static ReportPage of(Report report) {
    return new ReportPage(
        report.title(),
        report.summary(),
        report.sections().stream().map(ReportPage::section).toList());
  }

  private static PageSection section(Section section) {
    return new PageSection(
        section.id(),
        section.heading(),
        section.note(),
        IntStream.range(0, section.exhibits().size())
            .mapToObj(i -> exhibit(section.id() + "-" + i, section.exhibits().get(i)))
            .toList());
  }

  private static PageExhibit exhibit(String id, Exhibit exhibit) {
    Table table = exhibit.table();
    return new PageExhibit(
        id,
        exhibit.plot() == null ? null : new RawString(Svg.of(exhibit.plot())),
        table.caption(),
        table.columns(),
        table.rows().stream().map(row -> new PageRow(row.name(), row.cells())).toList());
  }
}
