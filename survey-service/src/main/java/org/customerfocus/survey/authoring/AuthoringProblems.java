package org.customerfocus.survey.authoring;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of surveys.
public final class AuthoringProblems implements ProblemCatalogue {

  static final ProblemType SURVEY_CLOSED =
      new ProblemType(
          "survey-closed",
          "The survey takes no more responses",
          409,
          "The survey has the status closed. Set it back to published to take responses again.");

  @Override
  public List<ProblemType> types() {
    return List.of(SURVEY_CLOSED);
  }
}
