package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One period of one commitment, by the value of a dimension.
@Schema(
    name = "AttainmentSplitView",
    description =
        "One period of one commitment by the values of a dimension; their counts sum to those of"
            + " the whole.")
record SplitView(
    UUID commitmentId,
    @Schema(examples = "2026-03", maxLength = 10) String period,
    @Schema(examples = "checkpoint", maxLength = 100) String dimension,
    Instant cut,
    AttainmentResult whole,
    @Schema(description = "In the order of their values; what has none is the last.")
        List<AttainmentPart> parts) {

  /// What has one value.
  @Schema(description = "What has one value in the dimension, held against the same target.")
  record AttainmentPart(
      @Schema(description = "Absent for what has none.", examples = "A", maxLength = 200)
          @Nullable String value,
      AttainmentResult result) {}
}
