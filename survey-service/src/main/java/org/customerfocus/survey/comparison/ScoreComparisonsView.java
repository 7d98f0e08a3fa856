package org.customerfocus.survey.comparison;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.results.ScoreName;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Scores of several groups, and how each two of them differ.
@Schema(description = "Scores of several groups, and how each two of them differ.")
record ScoreComparisonsView(
    UUID surveyId,
    @Schema(description = "The survey that is compared with; absent for groups of one survey.")
        @Nullable UUID againstSurveyId,
    String question,
    @Schema(description = "Which score; absent for the first that the question's type has.")
        @Nullable ScoreName score,
    @Nullable String splitBy,
    @Schema(description = "The confidence level, which also decides what is significant.")
        Double level,
    List<ComparedGroup> groups,
    @Schema(description = "One for each two groups.") List<ScoreComparison> comparisons) {

  /// One group.
  @Schema(description = "The score of one group.")
  record ComparedGroup(
      @Schema(description = "The value that its respondents have, or the id of the survey.")
          String value,
      @Nullable String label,
      Figure score) {}

  /// Two groups.
  @Schema(description = "How two groups differ.")
  record ScoreComparison(
      @Schema(description = "The value of the first group.") String first,
      @Schema(description = "The value of the second group.") String second,
      @Schema(
              description =
                  "The first less the second; its n and base count both. Shares have Newcombe's"
                      + " interval (method 10), other scores Δ ± z · √(SE₁² + SE₂²). Of paired waves"
                      + " n counts the people who answered in both, and the interval is that of the"
                      + " mean of their differences by Student's t.")
          Figure difference,
      @Schema(
              description = "Two-sided, of z or, where they are paired, of t; absent without one.",
              minimum = "0",
              maximum = "1")
          @Nullable Double pValue,
      @Schema(
              description = "The same, corrected by Holm for how many comparisons there are.",
              minimum = "0",
              maximum = "1")
          @Nullable Double adjustedPValue,
      @Schema(description = "Whether the corrected p value is at most 1 − level.")
          @Nullable Boolean significant) {}
}
