package org.customerfocus.survey.results;

import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Weighted results, as they are answered.
@Schema(description = "Scores weighted so that the respondents look like their population.")
public record WeightedResultsView(
    UUID surveyId,
    @Schema(description = "The confidence level of the intervals.") Double level,
    WeightingMethod method,
    @Schema(description = "What the weights were made for, in the order asked for.")
        List<WeightedMargin> margins,
    @Schema(description = "How far a margin may be off, relative to it.") Double tolerance,
    @Schema(description = "The farthest that a margin is off, before trimming; absent if withheld.")
        @Nullable Double deviation,
    @Schema(description = "How often all margins were fitted; absent if withheld.")
        @Nullable Integer rounds,
    @Schema(description = "The least weight, of the mean one; absent without trimming.")
        @Nullable Double trimLeast,
    @Schema(description = "The largest weight, of the mean one; absent without trimming.")
        @Nullable Double trimMost,
    @Schema(description = "Of how many respondents the weight was trimmed; absent if withheld.")
        @Nullable Long trimmed,
    @Schema(description = "How many people there are, where intervals take account of it.")
        @Nullable Double population,
    @Schema(
            description =
                "How many respondents have a weight: those with a value that has a target, of each"
                    + " attribute. Absent if withheld.")
        @Nullable Long respondents,
    @Schema(description = "(Σw)² / Σw²: as many as they tell like; absent if withheld.")
        @Nullable Double effectiveN,
    List<WeightedQuestion> questions) {

  /// One attribute.
  @Schema(description = "How many of the population have each value of an attribute.")
  public record WeightedMargin(String attribute, String label, List<WeightedTarget> targets) {}

  /// One value of an attribute.
  @Schema(description = "How many of the population have one value of an attribute.")
  public record WeightedTarget(String value, @Nullable String label, Double population) {}

  /// One question.
  @Schema(description = "The scores of one question by those with a weight.")
  public record WeightedQuestion(
      String linkId,
      ItemType type,
      String text,
      @Schema(description = "How many valid answers there are; absent when withheld.")
          @Nullable Long n,
      @Schema(description = "To how many it was shown; absent when withheld.") @Nullable Long base,
      @Schema(description = "(Σw)² / Σw² of the valid answers; absent when withheld.")
          @Nullable Double effectiveN,
      @Schema(description = "Without the weights.") ResultScores scores,
      @Schema(description = "With the weights; the effective n takes the place of n.")
          ResultScores weightedScores,
      @Schema(description = "True when the figures would tell about too few people.")
          @Nullable Boolean withheld) {}
}
