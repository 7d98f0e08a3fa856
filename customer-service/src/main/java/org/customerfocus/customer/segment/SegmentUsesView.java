package org.customerfocus.customer.segment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What uses a segment, as far as one answer shows it.
@Schema(name = "SegmentUsesView", description = "What uses a segment.")
record SegmentUsesView(
    @Schema(description = "The first 1000.") List<SegmentUseView> items,
    @Schema(description = "Whether these are all.") Boolean complete) {}
