package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A segment that a customer is in.
@Schema(name = "CustomerSegmentView", description = "A segment that a customer is or was in.")
record CustomerSegmentView(UUID segmentId, String name, SegmentKind kind, Instant enteredAt) {}
