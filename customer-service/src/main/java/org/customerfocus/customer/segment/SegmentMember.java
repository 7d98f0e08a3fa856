package org.customerfocus.customer.segment;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// A customer in a segment. Only read as an entity: members change by sets.
@Entity
class SegmentMember extends TenantEntity {

  private UUID segmentId;
  private UUID customerId;
  private Instant enteredAt;

  @SuppressWarnings("NullAway.Init")
  protected SegmentMember() {}

  UUID segmentId() {
    return segmentId;
  }

  UUID customerId() {
    return customerId;
  }

  Instant enteredAt() {
    return enteredAt;
  }
}
