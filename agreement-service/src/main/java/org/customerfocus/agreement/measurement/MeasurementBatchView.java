package org.customerfocus.agreement.measurement;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of each measurement of a batch.
///
/// @param items in the order of the request
@Schema(description = "What became of each measurement of a batch, in the order of the request.")
record MeasurementBatchView(
    Integer created,
    Integer updated,
    Integer duplicates,
    Integer conflicts,
    Integer refused,
    List<MeasurementBatchItem> items) {

  /// What became of one measurement.
  enum ItemStatus implements WireEnum {
    /// It is recorded.
    CREATED,
    /// It brought the outcome of what was open.
    UPDATED,
    /// It was recorded before; nothing changed.
    DUPLICATE,
    /// Another measurement of the same source and sourceId is recorded, and stays.
    CONFLICT,
    /// It breaks a rule; the errors say which.
    REFUSED
  }

  /// One line of the answer.
  @Schema(description = "What became of one measurement.")
  record MeasurementBatchItem(
      @Schema(description = "Its place in the request, from 0.") Integer index,
      @Schema(
              description =
                  "created; updated: it brought the outcome of what was open; duplicate: recorded"
                      + " before, nothing changed; conflict: the source has reported this id with"
                      + " other content, which stays; refused: see errors.")
          ItemStatus status,
      @Schema(description = "The recorded measurement; absent where it is refused.")
          @Nullable UUID id,
      @Nullable List<FieldError> errors) {}

  static MeasurementBatchView of(List<MeasurementBatchItem> items) {
    return new MeasurementBatchView(
        count(items, ItemStatus.CREATED),
        count(items, ItemStatus.UPDATED),
        count(items, ItemStatus.DUPLICATE),
        count(items, ItemStatus.CONFLICT),
        count(items, ItemStatus.REFUSED),
        items);
  }

  private static int count(List<MeasurementBatchItem> items, ItemStatus status) {
    return (int) items.stream().filter(item -> item.status() == status).count();
  }
}
