package org.customerfocus.survey.results;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.ItemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a survey has found, as it is answered.
@Schema(description = "The figures of each question, and of each part when they are split.")
public record ResultsView(
    UUID surveyId,
    @Schema(description = "The version that the results are of; absent for all of them.")
        @Nullable UUID surveyVersionId,
    @Schema(description = "The confidence level of the intervals.") Double level,
    @Schema(description = "How many responses there are; absent when withheld.")
        @Nullable Long base,
    List<QuestionResult> questions,
    @Nullable ResultSplit split) {

  /// The same with some parts of the split alone; with all of them where none is named.
  ///
  /// @throws ProblemException 400 where one is named that nobody is in
  ResultsView ofParts(List<String> values) {
    if (split == null || values.isEmpty()) {
      return this;
    }
    List<ResultPart> parts =
        split.parts().stream().filter(part -> values.contains(part.value())).toList();
    if (parts.size() < values.stream().distinct().count()) {
      throw ProblemException.parameter("part", "names a value that nobody has");
    }
    return new ResultsView(
        surveyId,
        surveyVersionId,
        level,
        base,
        questions,
        new ResultSplit(split.by(), split.label(), split.overlapping(), parts));
  }

  /// What was found about one question.
  @Schema(description = "The figures of one question.")
  public record QuestionResult(
      String linkId,
      ItemType type,
      String text,
      @Schema(description = "How many valid answers there are; absent when withheld.")
          @Nullable Long n,
      @Schema(description = "To how many it was shown; absent when withheld.") @Nullable Long base,
      ResultScores scores,
      @Schema(description = "The same with the survey weights; absent when there are none.")
          @Nullable ResultScores weightedScores,
      @Schema(description = "How often each value or option was given; absent when withheld.")
          @Nullable List<AnswerCount> counts,
      @Schema(description = "Those who gave no valid answer; absent when withheld.")
          @Nullable List<NonAnswerCount> nonAnswers,
      @Schema(description = "True when the figures would tell about too few people.")
          @Nullable Boolean withheld) {

    /// Without how often each answer was given.
    QuestionResult scoresAlone() {
      return new QuestionResult(
          linkId, type, text, n, base, scores, weightedScores, null, null, withheld);
    }
  }

  /// The scores that a question's type has.
  @Schema(
      description =
          "nps: nps. csat: csat, the share of the top boxes, and mean. ces: ces, the mean, and easy,"
              + " the share of 5 and more. scale, slider, number and computed: mean.")
  public record ResultScores(
      @Nullable Figure nps,
      @Nullable Figure csat,
      @Nullable Figure ces,
      @Nullable Figure easy,
      @Nullable Figure mean) {

    static final ResultScores NONE = new ResultScores(null, null, null, null, null);
  }

  /// How often a value or an option was given.
  @Schema(description = "How often one value of a scale, or one option, was given.")
  public record AnswerCount(
      @Nullable Integer value,
      @Nullable String optionCode,
      @Nullable String label,
      @Schema(description = "For consents: whether they agreed.") @Nullable Boolean accepted,
      Long count,
      @Schema(description = "The share of those who answered; for options and consents.")
          @Nullable Figure share,
      @Schema(
              description =
                  "For ranking, the mean place of the option, 1 the first, among those who placed"
                      + " it; for constant-sum, the mean amount, 0 by those who left it out.")
          @Nullable Figure mean) {}

  /// How many gave one kind of non-answer.
  @Schema(description = "How many gave one kind of non-answer.")
  public record NonAnswerCount(String code, @Nullable String label, Long count) {}

  /// The results by part.
  @Schema(
      description =
          "The results by part. The parts make up the whole, unless they overlap because one"
              + " respondent can choose several options.")
  public record ResultSplit(String by, String label, Boolean overlapping, List<ResultPart> parts) {}

  /// The results of one part.
  @Schema(description = "The results of those with one value, or without one.")
  public record ResultPart(
      @Schema(description = "The value; absent for those without one.") @Nullable String value,
      @Schema(description = "Why there is no value: no-value for attributes, else a non-answer.")
          @Nullable String nonAnswer,
      @Nullable String label,
      @Schema(description = "How many responses are in it; absent when withheld.")
          @Nullable Long base,
      List<QuestionResult> questions) {}
}
