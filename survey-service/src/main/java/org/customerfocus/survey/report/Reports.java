package org.customerfocus.survey.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.html.Pages;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.driver.Drivers;
import org.customerfocus.survey.gap.Gaps;
import org.customerfocus.survey.index.SurveyIndexes;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.WeightedResults;

/// Makes the reports of a survey and of one version of it, and answers them in each form.
@ApplicationScoped
class Reports {

  static final String CSV = "text/csv";
  static final String PDF = "application/pdf";

  private final PublishedSurveys surveys;
  private final Results results;
  private final Drivers drivers;
  private final Gaps gaps;
  private final SurveyIndexes indexes;
  private final WeightedResults weighted;
  private final Pages pages;

  Reports(
      PublishedSurveys surveys,
      Results results,
      Drivers drivers,
      Gaps gaps,
      SurveyIndexes indexes,
      WeightedResults weighted,
      Pages pages) {
    this.surveys = surveys;
    this.results = results;
    this.drivers = drivers;
    this.gaps = gaps;
    this.indexes = indexes;
    this.weighted = weighted;
    this.pages = pages;
  }

  /// A report and where its figures come from.
  record Told(String title, Findings findings) {}

  Told ofSurvey(UUID id, ReportQuery query) {
    List<PublishedVersion> versions = surveys.ofSurvey(id);
    ResultsView found = results.ofSurvey(id, query);
    // Also where nothing is weighted: what makes no sense is not passed over.
    query.weighting(List.of()).check();
    return new Told(
        versions.isEmpty() ? "A survey that is a draft" : versions.getLast().name(),
        new Findings(
            found,
            query.period == null || versions.isEmpty()
                ? null
                : results.trend(id, query.trend(query.period)),
            query.outcome == null ? null : drivers.of(id, query.drivers(query.outcome)),
            query.gaps ? gaps.of(id, query.ofGaps()) : null,
            query.components.isEmpty() ? null : indexes.of(id, query.ofIndex()),
            query.targets.isEmpty() ? null : weighted.of(id, query.weighting(scored(found)))));
  }

  private static List<String> scored(ResultsView found) {
    return found.questions().stream()
        .filter(question -> ScoreTable.headline(question.scores()) != null)
        .map(QuestionResult::linkId)
        .toList();
  }

  Told ofVersion(UUID id, ResultsQuery query) {
    PublishedVersion version = surveys.version(id);
    return new Told(
        "%s, version %d".formatted(version.name(), version.number()),
        Findings.of(results.ofVersion(id, query)));
  }

  Response csv(Told told) {
    StreamingOutput rows = out -> ReportCsv.write(told.findings(), out);
    return Response.ok(rows, CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"results.csv\"")
        .build();
  }

  Response page(Told told) {
    Report report = Reporting.of(told.title(), told.findings());
    return pages.answer("survey-report", Map.of("report", ReportPage.of(report)));
  }

  Response pdf(Told told) {
    Report report = Reporting.of(told.title(), told.findings());
    StreamingOutput written = out -> ReportPdf.write(report, out);
    return Response.ok(written, PDF)
        .header("Content-Disposition", "attachment; filename=\"results.pdf\"")
        .build();
  }
}
