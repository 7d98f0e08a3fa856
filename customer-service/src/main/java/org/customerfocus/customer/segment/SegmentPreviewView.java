package org.customerfocus.customer.segment;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who would be in a segment.
@Schema(name = "SegmentPreviewView", description = "Who would be in a segment by that rule.")
record SegmentPreviewView(
    @Schema(description = "How many customers meet the rule.") Long count,
    @Schema(description = "The first of them.") List<SegmentMemberView> members,
    Instant computedAt) {}
