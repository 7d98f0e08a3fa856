package org.customerfocus.survey.response;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of submitting responses.
public final class ResponseProblems implements ProblemCatalogue {

  static final ProblemType ALREADY_RECORDED =
      new ProblemType(
          "response-already-recorded",
          "The survey has a response with this external reference",
          409,
          "A survey records one response under an external reference. The detail names the"
              + " response that is there: nothing is lost, and nothing has to be sent again.");

  static final ProblemType RESPONSE_ENDED =
      new ProblemType(
          "response-ended",
          "The response takes no more answers",
          409,
          "It was completed, or marked as entered in error. A completed response is corrected with"
              + " the status amended.");

  @Override
  public List<ProblemType> types() {
    return List.of(ALREADY_RECORDED, RESPONSE_ENDED);
  }
}
