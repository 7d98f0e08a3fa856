package org.customerfocus.agreement.ingest;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of the rows of a stream.
@Schema(description = "What became of the rows of a stream. The counts add up to received.")
public record ReportStreamView(
    Long received,
    Long created,
    Long updated,
    Long duplicates,
    Long conflicts,
    Long refused,
    @Schema(description = "The first 1,000 rows that are not recorded as they were sent.")
        List<ReportStreamFault> faults,
    @Schema(description = "How many more there are than faults lists.") Long faultsNotListed) {

  /// A row that is not recorded as it was sent.
  @Schema(description = "A row that is not recorded as it was sent.")
  public record ReportStreamFault(
      @Schema(description = "Which row, from 1; the header of a table is row 1.") Long row,
      @Schema(description = "conflict or refused.") ReportStatus status,
      @Schema(description = "What is recorded; absent where it is refused.") @Nullable UUID id,
      @Nullable List<FieldError> errors) {}
}
