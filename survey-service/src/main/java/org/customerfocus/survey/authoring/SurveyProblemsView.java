package org.customerfocus.survey.authoring;

import java.util.List;
import org.customerfocus.survey.questionnaire.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What stands in the way of publishing a survey as it is now.
///
/// @param problems in the order in which publishing would name them
@Schema(description = "What stands in the way of publishing a survey as it is now.")
record SurveyProblemsView(
    @Schema(description = "Whether publishing would make a version now.") Boolean publishable,
    @Schema(description = "What publishing would refuse; nothing where it would not.")
        List<SurveyProblem> problems) {

  /// One thing that publishing would refuse.
  @Schema(description = "One thing that publishing would refuse.")
  record SurveyProblem(
      @Schema(
              description = "JSON Pointer (RFC 6901) into the survey.",
              examples = "/items/1/showIf")
          String pointer,
      @Schema(description = "What is wrong and what would be right.") String detail) {}

  static SurveyProblemsView of(Survey survey, List<SurveyVersion> earlier) {
    List<Violation> found = survey.problems(earlier);
    return new SurveyProblemsView(
        found.isEmpty() && survey.status() != SurveyStatus.CLOSED,
        found.stream().map(each -> new SurveyProblem(each.pointer(), each.detail())).toList());
  }
}
