package org.customerfocus.survey.results;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The scores of a survey over time, as they are answered.
@Schema(description = "The scores of each period, one after the other, empty ones included.")
public record SurveyTrendView(
    UUID surveyId,
    PeriodUnit period,
    @Schema(description = "In which days begin and end.") String timeZone,
    @Schema(description = "The confidence level of the intervals.") Double level,
    List<TrendPeriod> periods) {

  /// The scores of one period.
  @Schema(description = "The scores of those who answered in one period.")
  public record TrendPeriod(
      @Schema(description = "Its first day.") LocalDate start,
      @Schema(description = "The first day after it.") LocalDate end,
      @Schema(description = "How many responses there are; absent when withheld.")
          @Nullable Long base,
      @Schema(description = "Without how often each answer was given.")
          List<QuestionResult> questions) {}
}
