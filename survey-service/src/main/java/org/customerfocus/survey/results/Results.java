package org.customerfocus.survey.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountRepository;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Split;
import org.jspecify.annotations.Nullable;

/// Computes results: for the JSON and the CSV, of a survey and of one version of it.
@ApplicationScoped
class Results {

  private static final int MOST_PARTS = 500;

  private final PublishedSurveys surveys;
  private final CountRepository counts;

  Results(PublishedSurveys surveys, CountRepository counts) {
    this.surveys = surveys;
    this.counts = counts;
  }

  ResultsView ofSurvey(UUID id, ResultsQuery query) {
    return of(id, surveys.ofSurvey(id), null, query);
  }

  ResultsView ofVersion(UUID id, ResultsQuery query) {
    PublishedVersion version = surveys.version(id);
    return of(version.surveyId(), surveys.ofSurvey(version.surveyId()), version, query);
  }

  private ResultsView of(
      UUID surveyId,
      List<PublishedVersion> versions,
      @Nullable PublishedVersion scope,
      ResultsQuery query) {
    double level = query.confidence();
    if (versions.isEmpty()) {
      return new ResultsView(surveyId, null, level, 0L, List.of(), null);
    }
    String by = query.splitBy;
    Splitter splitter = by == null ? null : Splitter.of(by, versions);
    Split split = splitter == null ? null : splitter.split(versions);
    if (split != null && counts.hasMoreParts(surveyId, split, MOST_PARTS)) {
      throw ProblemException.parameter(
          "splitBy",
          "has more than %d values: split by something with fewer".formatted(MOST_PARTS));
    }
    List<CountedRow> rows = counts.count(surveyId, split);
    // Overlapping parts do not add up: the whole is counted by itself.
    List<CountedRow> whole =
        splitter != null && splitter.overlapping() ? counts.count(surveyId, null) : rows;
    return new Assembly(versions, scope, query.questions, new Scores(level, query.npsInterval))
        .results(level, whole, splitter, rows);
  }
}
