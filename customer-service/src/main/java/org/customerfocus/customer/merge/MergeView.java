package org.customerfocus.customer.merge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A merge as it is answered.
@Schema(name = "MergeView", description = "What a merge did, or what it would do.")
record MergeView(
    @Schema(description = "Absent of a dry run.") @Nullable UUID id,
    boolean dryRun,
    @Schema(description = "Absent of a dry run.") @Nullable MergeStatus status,
    @Schema(description = "What the status may become.") List<MergeStatus> allowedStatuses,
    @Schema(description = "The party that stays.") UUID survivorId,
    @Schema(description = "Gone: reading it leads to the survivor.") UUID mergedId,
    @Schema(
            description =
                "Of the party, and of the first 20 relationships with one provider that become one.")
        List<Outcome.Field> fields,
    List<Outcome.Moved> moved,
    @Schema(
            description =
                "Rows that cannot just be moved, the first 200 of each resource and reason that"
                    + " have ids of their own.")
        List<Outcome.Resolved> resolved,
    @Schema(description = "How many those are in all.") List<Outcome.ResolvedCount> resolvedCounts,
    @Schema(
            description =
                "Refusals that were stated again, since the strictest consent of the two wins; the"
                    + " first 200.")
        List<UUID> addedConsentIds,
    @Schema(description = "How many those are in all.") long addedConsentCount,
    @Nullable Instant createdAt,
    @Nullable Instant undoneAt) {

  static MergeView of(Merge merge) {
    Outcome outcome = merge.outcome();
    return new MergeView(
        merge.id(),
        false,
        merge.status(),
        merge.allowedStatuses(),
        merge.survivorId(),
        merge.mergedId(),
        outcome.fields(),
        outcome.moved(),
        outcome.resolved(),
        outcome.resolvedCounts(),
        outcome.addedConsentIds(),
        outcome.addedConsentCount(),
        merge.createdAt(),
        merge.undoneAt());
  }

  /// What would happen.
  static MergeView dryRun(MergeRequest request, Outcome outcome) {
    return new MergeView(
        null,
        true,
        null,
        List.of(),
        request.survivorId(),
        request.mergedId(),
        outcome.fields(),
        outcome.moved(),
        outcome.resolved(),
        outcome.resolvedCounts(),
        outcome.addedConsentIds(),
        outcome.addedConsentCount(),
        null,
        null);
  }
}
