package org.customerfocus.customer.segment;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// That a customer entered or left a segment. Only read as an entity.
@Entity
class SegmentChange extends TenantEntity {

  private UUID segmentId;
  private UUID customerId;
  private ChangeKind change;
  private Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  protected SegmentChange() {}

  UUID segmentId() {
    return segmentId;
  }

  UUID customerId() {
    return customerId;
  }

  ChangeKind change() {
    return change;
  }

  Instant changedAt() {
    return changedAt;
  }
}
