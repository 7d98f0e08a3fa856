package org.customerfocus.customer.merge;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of merging.
public final class MergeProblems implements ProblemCatalogue {

  static final ProblemType MERGED =
      new ProblemType(
          "merged",
          "The resource has become part of another",
          409,
          "Two records were found to be one, and this one is gone. The detail names the one that"
              + " stays, which takes changes; reading the old address leads there.");

  static final ProblemType MERGE_NOT_POSSIBLE =
      new ProblemType(
          "merge-not-possible",
          "The two cannot be one",
          409,
          "A person is no organisation, and who provides the other with something is not the other."
              + " The detail says what stands in the way.");

  static final ProblemType UNDO_NOT_POSSIBLE =
      new ProblemType(
          "undo-not-possible",
          "The former state cannot be restored exactly",
          409,
          "What was merged has been changed, merged again or erased since. The detail names what; a"
              + " later merge can be undone first.");

  @Override
  public List<ProblemType> types() {
    return List.of(MERGED, MERGE_NOT_POSSIBLE, UNDO_NOT_POSSIBLE);
  }
}
