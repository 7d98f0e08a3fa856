package org.customerfocus.customer.merge;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What may change in a merge.
@Schema(name = "MergeStatusRequest", description = "What may change in a merge: its status.")
record MergeStatusRequest(
    @NotNull @Schema(description = "undone takes the merge back.") MergeStatus status) {}
