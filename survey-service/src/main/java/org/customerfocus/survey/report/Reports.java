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
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;

/// Makes the reports of a survey and of one version of it, and answers them in either form.
@ApplicationScoped
class Reports {

  static final String PDF = "application/pdf";

  private final PublishedSurveys surveys;
  private final Results results;
  private final Drivers drivers;
  private final Pages pages;

  Reports(PublishedSurveys surveys, Results results, Drivers drivers, Pages pages) {
    this.surveys = surveys;
    this.results = results;
    this.drivers = drivers;
    this.pages = pages;
  }

  Report ofSurvey(UUID id, ReportQuery query) {
    List<PublishedVersion> versions = surveys.ofSurvey(id);
    return Reporting.of(
        versions.isEmpty() ? "A survey that is a draft" : versions.getLast().name(),
        results.ofSurvey(id, query),
        query.period == null || versions.isEmpty()
            ? null
            : results.trend(id, query.trend(query.period)),
        query.outcome == null ? null : drivers.of(id, query.drivers(query.outcome)));
  }

  Report ofVersion(UUID id, ResultsQuery query) {
    PublishedVersion version = surveys.version(id);
    return Reporting.of(
        "%s, version %d".formatted(version.name(), version.number()),
        results.ofVersion(id, query),
        null,
        null);
  }

  Response page(Report report) {
    return pages.answer("survey-report", Map.of("report", ReportPage.of(report)));
  }

  Response pdf(Report report) {
    StreamingOutput written = out -> ReportPdf.write(report, out);
    return Response.ok(written, PDF)
        .header("Content-Disposition", "attachment; filename=\"results.pdf\"")
        .build();
  }
}
