package org.customerfocus.customer.merge;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// Two records of one party made one.
@Entity
class Merge extends VersionedEntity {

  private UUID survivorPartyId;
  private UUID survivorId;
  private UUID mergedId;
  private MergeStatus status;
  private @Nullable Instant undoneAt;
  private int steps;

  @Convert(converter = OutcomeColumn.class)
  private @Nullable Outcome outcome;

  @SuppressWarnings("NullAway.Init")
  protected Merge() {}

  Merge(UUID survivor, UUID merged, Instant now) {
    super(now);
    this.survivorPartyId = survivor;
    this.survivorId = survivor;
    this.mergedId = merged;
    this.status = MergeStatus.MERGED;
  }

  /// @param taken how many steps were taken
  void record(Outcome outcome, int taken) {
    this.outcome = outcome;
    this.steps = taken;
  }

  /// @param left how many of its steps are still there
  /// @throws ProblemException 409 where it was undone already, or there is no way back
  void checkUndoable(long left) {
    if (status != MergeStatus.MERGED) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED, "The merge is undone already; merge again instead.");
    }
    if (left != steps) {
      throw new ProblemException(
          MergeProblems.UNDO_NOT_POSSIBLE,
          "What was merged has been erased at the request of the person; it cannot come back.");
    }
  }

  void undo(Instant now) {
    status = MergeStatus.UNDONE;
    undoneAt = now;
    outcome = outcome().withoutValues();
    touch(now);
  }

  List<MergeStatus> allowedStatuses() {
    return status == MergeStatus.MERGED ? List.of(MergeStatus.UNDONE) : List.of();
  }

  /// Who answers for the merged party today.
  UUID survivorPartyId() {
    return survivorPartyId;
  }

  /// The survivor as it was named.
  UUID survivorId() {
    return survivorId;
  }

  UUID mergedId() {
    return mergedId;
  }

  MergeStatus status() {
    return status;
  }

  @Nullable Instant undoneAt() {
    return undoneAt;
  }

  Outcome outcome() {
    return outcome == null ? Outcome.NONE : outcome;
  }
}
