package org.customerfocus.customer.segment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a batch of customers.
@Schema(name = "SegmentMembersView", description = "What became of a batch, customer by customer.")
record SegmentMembersView(
    @Schema(description = "In the order of the request, each once.") List<Item> items) {

  /// @param result what became of one customer
  @Schema(name = "SegmentMembersItem", description = "What became of one customer.")
  record Item(
      UUID customerId,
      @Schema(
              enumeration = {"entered", "already-member"},
              description = "Whether the customer entered or was a member already.")
          String result) {}
}
