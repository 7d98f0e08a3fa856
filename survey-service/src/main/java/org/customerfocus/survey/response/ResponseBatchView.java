package org.customerfocus.survey.response;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of each response of a batch.
@Schema(description = "What became of each response of the batch, in its order.")
record ResponseBatchView(
    UUID id,
    @Schema(description = "How many were recorded now.") Integer recorded,
    @Schema(description = "How many were there already under their external reference.")
        Integer alreadyPresent,
    @Schema(description = "How many were refused.") Integer refused,
    List<ResponseBatchItem> items) {

  /// What became of a response.
  enum ResponseOutcome implements WireEnum {
    RECORDED,
    ALREADY_PRESENT,
    REFUSED
  }

  /// One response of the batch.
  @Schema(description = "What became of one response.")
  record ResponseBatchItem(
      ResponseOutcome outcome,
      @Schema(description = "The response; absent when it was refused.") @Nullable UUID responseId,
      @Schema(description = "Why it was refused.") @Nullable List<FieldError> errors) {}
}
