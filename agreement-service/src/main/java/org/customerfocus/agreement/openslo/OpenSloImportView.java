package org.customerfocus.agreement.openslo;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of documents in OpenSLO.
@Schema(description = "What became of documents in OpenSLO, and what of them has no place here.")
record OpenSloImportView(
    @Schema(description = "Whether nothing was kept: it was only tried.") boolean dryRun,
    @Schema(description = "How many documents there were.", minimum = "0") Integer documents,
    @Schema(description = "The draft that was added to.") @Nullable UUID agreementId,
    @Schema(maxItems = 500) List<ImportedMetric> metrics,
    @Schema(maxItems = 500) List<ImportedCommitment> commitments,
    @Schema(
            description =
                "All that has no place here, in the order of the text, each with the reason: nothing"
                    + " is dropped without a word.",
            maxItems = 5000)
        List<UnmappedPart> unmapped) {

  /// An indicator and its metric.
  @Schema(name = "OpenSloMetric", description = "An indicator and its metric.")
  record ImportedMetric(
      @Schema(description = "Where it is written.") String pointer,
      @Nullable UUID metricId,
      String name,
      @Schema(
              description =
                  "Whether it is new; otherwise a metric of that name and type was there.")
          boolean created) {}

  /// An objective and its commitment.
  @Schema(name = "OpenSloCommitment", description = "An objective and its commitment.")
  record ImportedCommitment(
      @Schema(description = "Where it is written.") String pointer,
      @Schema(description = "Absent where no agreement was named: nothing is promised then.")
          @Nullable UUID commitmentId,
      String name) {}

  /// What has no place here.
  @Schema(name = "OpenSloUnmapped", description = "What has no place here, and why.")
  record UnmappedPart(
      @Schema(description = "JSON Pointer into the list of documents.") String pointer,
      @Schema(description = "Where it is written, from 1.", minimum = "1") Integer line,
      String reason) {}
}
