package org.customerfocus.conventions.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// What the body of this request takes of the budget, until the request is done with: also where
/// its client left meanwhile, since the work goes on without.
@RequestScoped
class BodyShare {

  private final BodyBudget budget;
  private long bytes;

  BodyShare(BodyBudget budget) {
    this.budget = budget;
  }

  /// @throws ProblemException 503 while other bodies leave no room for it
  void take(long more) {
    if (!budget.take(more)) {
      throw new ProblemException(
              Problems.UNAVAILABLE,
              "Too many large bodies are being read. Send this one again, or in smaller parts.")
          .header("Retry-After", "1");
    }
    bytes += more;
  }

  @PreDestroy
  void giveBack() {
    budget.giveBack(bytes);
  }
}
