package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A customer in a segment.
@Schema(name = "SegmentMemberView", description = "A customer in a segment.")
record SegmentMemberView(
    UUID customerId,
    UUID partyId,
    @Schema(description = "What the party is called.") String name,
    @Schema(description = "Absent in a preview, which nobody enters.")
        @Nullable Instant enteredAt) {}
