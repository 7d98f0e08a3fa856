package org.customerfocus.customer.duplicate;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;

/// A pair that may be one party. Scans write it; people judge it.
@Entity
class Duplicate extends VersionedEntity {

  private UUID leftPartyId;
  private UUID rightPartyId;
  private DuplicateStatus status;
  private CertaintyBand certainty;
  private long probability;
  private double weight;

  @Convert(converter = ComparedFieldsColumn.class)
  private List<ComparedField> fields;

  @SuppressWarnings("NullAway.Init")
  protected Duplicate() {}

  /// @return whether anything differs
  boolean judge(DuplicateStatus judged, Instant now) {
    if (judged == status) {
      return false;
    }
    if (!status.next().contains(judged)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED, "The allowedStatuses list what may come next.");
    }
    status = judged;
    touch(now);
    return true;
  }

  UUID leftPartyId() {
    return leftPartyId;
  }

  UUID rightPartyId() {
    return rightPartyId;
  }

  DuplicateStatus status() {
    return status;
  }

  CertaintyBand certainty() {
    return certainty;
  }

  /// From 0 to 1, in millionths.
  BigDecimal probability() {
    return BigDecimal.valueOf(probability, 6).stripTrailingZeros();
  }

  double weight() {
    return weight;
  }

  List<ComparedField> fields() {
    return fields;
  }
}
