package org.customerfocus.survey.gap;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Gaps between what is perceived and what is expected, as they are answered.
@Schema(
    description =
        "Gaps in the manner of SERVQUAL: perception less expectation, over those who answered both.")
public record SurveyGapsView(
    UUID surveyId,
    @Schema(description = "The confidence level of the intervals.") Double level,
    @Schema(
            description =
                "The linkId of the constant sum that weights the dimensions; absent where there is"
                    + " none.")
        @Nullable String allocation,
    @Schema(
            description =
                "The gap of all dimensions, each respondent's weighted by their own allocation;"
                    + " absent without one.")
        @Nullable GapTest weighted,
    List<GapDimension> dimensions) {

  /// A gap and its test.
  @Schema(description = "A gap and whether it differs from 0.")
  public record GapTest(
      @Schema(
              description =
                  "The mean over the respondents, each of whom counts once, with the interval of"
                      + " paired answers.")
          Figure gap,
      @Schema(
              description =
                  "Two-sided, of Student's t for a true gap of 0; absent without an interval, and"
                      + " where all gaps are equal.",
              minimum = "0",
              maximum = "1")
          @Nullable Double pValue) {}

  /// One dimension.
  @Schema(description = "The gap of one dimension: of each respondent the mean of their pairs.")
  public record GapDimension(
      @Schema(description = "The linkId of the group that holds its pairs.") String linkId,
      String text,
      Figure gap,
      @Schema(minimum = "0", maximum = "1") @Nullable Double pValue,
      @Schema(
              description =
                  "The mean of what respondents allocated to it, as results tell it; absent without"
                      + " an allocation.")
          @Nullable Figure importance,
      List<GapPair> pairs) {}

  /// One pair of questions.
  @Schema(description = "What was expected and what was perceived of one thing.")
  public record GapPair(
      String linkId,
      String text,
      @Schema(description = "The mean of what was expected, as results tell it.")
          Figure expectation,
      @Schema(description = "The mean of what was perceived, as results tell it.")
          Figure perception,
      @Schema(description = "Perception less expectation, over those who answered both.")
          Figure gap,
      @Schema(minimum = "0", maximum = "1") @Nullable Double pValue) {}
}
