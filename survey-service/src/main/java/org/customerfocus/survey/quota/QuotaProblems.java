package org.customerfocus.survey.quota;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of quotas.
public final class QuotaProblems implements ProblemCatalogue {

  /// The survey has all the responses of this kind that it takes.
  public static final ProblemType QUOTA_FULL =
      new ProblemType(
          "quota-full",
          "The survey has enough responses of this kind",
          409,
          "As many responses as one of the survey's quotas takes are there. Nothing was recorded;"
              + " raise the quota's limit to take more.");

  @Override
  public List<ProblemType> types() {
    return List.of(QUOTA_FULL);
  }
}
