package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That a customer entered or left a segment.
@Schema(name = "SegmentChangeView", description = "That a customer entered or left a segment.")
record SegmentChangeView(UUID id, UUID customerId, ChangeKind change, Instant changedAt) {

  static SegmentChangeView of(SegmentChange change) {
    return new SegmentChangeView(
        change.id(), change.customerId(), change.change(), change.changedAt());
  }
}
