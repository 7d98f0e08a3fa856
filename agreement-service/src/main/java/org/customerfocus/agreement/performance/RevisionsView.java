package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The final results that a period had.
@Schema(
    name = "AttainmentRevisionsView",
    description = "What a period came to when it became final, and how that changed later.")
record RevisionsView(UUID commitmentId, String period, List<Revision> revisions) {

  /// One final result.
  @Schema(name = "AttainmentRevision", description = "One final result of a period.")
  record Revision(
      @Schema(description = "1 for the first.") Integer revision,
      Instant countedAt,
      AttainmentResult result,
      @Schema(description = "What it differs by from the one before; absent for the first.")
          @Nullable Difference difference) {}

  /// By what two results differ.
  @Schema(
      name = "AttainmentDifference",
      description = "By how much each class grew; below 0 where it shrank.")
  record Difference(Long good, Long bad, Long excluded, Long unknown, Long total) {

    static Difference between(AttainmentResult before, AttainmentResult after) {
      return new Difference(
          after.good() - before.good(),
          after.bad() - before.bad(),
          after.excluded() - before.excluded(),
          after.unknown() - before.unknown(),
          after.total() - before.total());
    }
  }
}
