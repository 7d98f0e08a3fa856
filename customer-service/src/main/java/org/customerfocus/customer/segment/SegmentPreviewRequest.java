package org.customerfocus.customer.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rule to try.
@Schema(name = "SegmentPreviewRequest", description = "A rule to try before it is a segment.")
record SegmentPreviewRequest(
    @NotNull @Valid RuleRequest rule,
    @Min(0) @Max(200) @Schema(description = "How many members to show; 20 unless said otherwise.")
        @Nullable Integer limit) {}
