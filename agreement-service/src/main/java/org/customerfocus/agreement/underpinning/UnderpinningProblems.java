package org.customerfocus.agreement.underpinning;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of underpinnings.
public final class UnderpinningProblems implements ProblemCatalogue {

  static final ProblemType CYCLE =
      new ProblemType(
          "underpinning-cycle",
          "A promise cannot rest on itself",
          409,
          "The supporting promise rests, directly or by others, on the one that it should support."
              + " Remove or replace one of the underpinnings between them first.");

  @Override
  public List<ProblemType> types() {
    return List.of(CYCLE);
  }
}
