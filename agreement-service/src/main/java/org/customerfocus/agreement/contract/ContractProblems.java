package org.customerfocus.agreement.contract;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of agreements.
public final class ContractProblems implements ProblemCatalogue {

  static final ProblemType BINDING =
      new ProblemType(
          "agreement-binding",
          "The terms of the agreement are binding",
          409,
          "Once an agreement is active its version is immutable: what was promised stays readable as"
              + " it was promised. Only the status of the agreement can still change.");

  static final ProblemType AMENDMENT_OPEN =
      new ProblemType(
          "amendment-open",
          "Another amendment is being worked on",
          409,
          "An agreement is amended by one version after the other. The one that is open is signed by"
              + " both sides, withdrawn, or deleted as long as it is a draft; then the next one can"
              + " begin.");

  static final ProblemType INCOMPLETE =
      new ProblemType(
          "agreement-incomplete",
          "The agreement is not complete",
          409,
          "An agreement can be put in force when it has at least one commitment and each commitment"
              + " names the customer's requirement that it answers. The errors list what is missing.");

  @Override
  public List<ProblemType> types() {
    return List.of(BINDING, AMENDMENT_OPEN, INCOMPLETE);
  }
}
