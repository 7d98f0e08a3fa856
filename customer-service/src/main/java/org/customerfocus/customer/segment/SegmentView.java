package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A segment as it is answered.
@Schema(name = "SegmentView", description = "A segment, and how fresh its members are.")
record SegmentView(
    UUID id,
    String name,
    @Nullable String description,
    SegmentKind kind,
    @Nullable RuleRequest rule,
    @Schema(description = "How many customers are in it, as of computedAt.") Long memberCount,
    @Schema(
            description =
                "When its members were last brought up to date; absent until they first are.")
        @Nullable Instant computedAt,
    @Schema(description = "Whether a computation of all its members is still going on.")
        Boolean computing,
    @Schema(
            description =
                "Why its members cannot be computed, such as an attribute that is no longer"
                    + " defined; they stay as they were.")
        @Nullable String fault,
    Instant createdAt,
    Instant updatedAt) {

  static SegmentView of(Segment segment, SegmentState state) {
    return new SegmentView(
        segment.id(),
        segment.name(),
        segment.description(),
        segment.kind(),
        segment.rule(),
        state.memberCount(),
        state.computedAt(),
        state.computing(),
        state.fault(),
        segment.createdAt(),
        segment.updatedAt());
  }
}
