package org.customerfocus.survey.feedback;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of feedback.
public final class FeedbackProblems implements ProblemCatalogue {

  static final ProblemType ALREADY_RECORDED =
      new ProblemType(
          "feedback-already-recorded",
          "There is feedback with this external reference",
          409,
          "Each external reference names one thing that was said. Change the feedback that the"
              + " detail names, or send another reference.");

  @Override
  public List<ProblemType> types() {
    return List.of(ALREADY_RECORDED);
  }
}
