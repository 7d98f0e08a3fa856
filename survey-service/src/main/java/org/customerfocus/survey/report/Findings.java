package org.customerfocus.survey.report;

import org.customerfocus.survey.driver.SurveyDriversView;
import org.customerfocus.survey.gap.SurveyGapsView;
import org.customerfocus.survey.index.SurveyIndexView;
import org.customerfocus.survey.results.ResultsView;
import org.customerfocus.survey.results.SurveyTrendView;
import org.customerfocus.survey.results.WeightedResultsView;
import org.jspecify.annotations.Nullable;

/// What a report tells, in whatever form: results, and what was asked for besides. The figures are
/// those that JSON has.
record Findings(
    ResultsView results,
    @Nullable SurveyTrendView trend,
    @Nullable SurveyDriversView drivers,
    @Nullable SurveyGapsView gaps,
    @Nullable SurveyIndexView index,
    @Nullable WeightedResultsView weighted) {

  static Findings of(ResultsView results) {
    return new Findings(results, null, null, null, null, null);
  }
}
