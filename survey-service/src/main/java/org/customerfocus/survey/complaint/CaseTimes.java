package org.customerfocus.survey.complaint;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a case came how far, and when it should.
@Schema(description = "When the case came how far, and what was promised.")
record CaseTimes(
    Instant receivedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant assessedAt,
    @Nullable Instant investigatedAt,
    @Nullable Instant respondedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant closedAt,
    @Nullable Instant reopenedAt,
    @Schema(description = "When something about it was last marked as overdue.")
        @Nullable Instant escalatedAt,
    @Schema(description = "Of the acknowledgement; absent where nothing is promised.")
        @Nullable CaseTiming acknowledgement,
    @Schema(description = "Of the response.") @Nullable CaseTiming response,
    @Schema(description = "Of closing it; anew once it is reopened.")
        @Nullable CaseTiming resolution) {

  /// A promise and what became of it.
  @Schema(description = "A promise, counted in the service time of the access channel.")
  record CaseTiming(
      @Schema(description = "Absent while the clock stands still.") @Nullable Instant dueAt,
      @Schema(description = "Absent while it has not happened.") @Nullable Boolean inTime) {}
}
