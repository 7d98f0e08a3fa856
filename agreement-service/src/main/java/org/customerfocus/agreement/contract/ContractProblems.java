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
          "The agreement is not fit to be proposed",
          422,
          "An agreement can be proposed when it has at least one commitment, each commitment counts"
              + " an entity type that there is and answers a requirement of this customer or of a"
              + " segment that it is in, and everything else that it names exists. The errors list"
              + " what is missing.");

  static final ProblemType NOT_PROPOSED =
      new ProblemType(
          "nothing-proposed",
          "Nothing is proposed for signature",
          409,
          "A version is signed while it is proposed: after its draft was proposed, and before both"
              + " sides have signed or it was withdrawn.");

  static final ProblemType NOT_AUTHORIZED =
      new ProblemType(
          "signing-authority-missing",
          "The person has not the authority to sign",
          409,
          "A person signs for itself, or for an organisation by a signing authority that is for"
              + " service agreements (or for any scope), holds on the day of the signature, and has"
              + " no limit or one that covers what the agreement is worth. The errors say what is"
              + " missing.");

  @Override
  public List<ProblemType> types() {
    return List.of(BINDING, AMENDMENT_OPEN, INCOMPLETE, NOT_PROPOSED, NOT_AUTHORIZED);
  }
}
