package org.customerfocus.agreement.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of each report of a batch.
///
/// @param items in the order of the request
@Schema(description = "What became of each report of a batch, in the order of the request.")
public record ReportBatchView(
    Integer created,
    Integer updated,
    Integer duplicates,
    Integer conflicts,
    Integer refused,
    List<ReportBatchItem> items) {

  static final String STATUSES =
      "created; updated: it brought the outcome of what was open; duplicate: recorded before,"
          + " nothing changed; conflict: the source has reported this id with other content, which"
          + " stays; refused: see errors.";

  /// One line of the answer.
  @Schema(description = "What became of one report.")
  public record ReportBatchItem(
      @Schema(description = "Its place in the request, from 0.") Integer index,
      @Schema(description = STATUSES) ReportStatus status,
      @Schema(description = "What is recorded; absent where it is refused.") @Nullable UUID id,
      @Nullable List<FieldError> errors) {}

  static ReportBatchView of(Chunk<?> chunk) {
    List<ReportBatchItem> items = new ArrayList<>(chunk.rows());
    for (int row = 0; row < chunk.rows(); row++) {
      int index = (int) chunk.number(row);
      Chunk.Other other = chunk.other(row);
      items.add(
          other == null
              ? new ReportBatchItem(index, ReportStatus.CREATED, chunk.id(row), null)
              : new ReportBatchItem(index, other.status(), other.id(), other.errors()));
    }
    return new ReportBatchView(
        chunk.sound(),
        chunk.count(ReportStatus.UPDATED),
        chunk.count(ReportStatus.DUPLICATE),
        chunk.count(ReportStatus.CONFLICT),
        chunk.count(ReportStatus.REFUSED),
        items);
  }
}
