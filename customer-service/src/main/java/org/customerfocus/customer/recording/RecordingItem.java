package org.customerfocus.customer.recording;

import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of one item of a batch.
@Schema(description = "What became of one item of a batch.")
public record RecordingItem(
    @Schema(description = "Its place in the request, from 0.") Integer index,
    @Schema(
            description =
                "created; duplicate: recorded before, nothing changed; conflict: its external"
                    + " reference is recorded with other content, which stays; refused: see errors.")
        RecordingStatus status,
    @Schema(description = "What is recorded; absent where it is refused.") @Nullable UUID id,
    @Nullable List<FieldError> errors) {

  /// What can become of it.
  public enum RecordingStatus implements WireEnum {
    CREATED,
    DUPLICATE,
    CONFLICT,
    REFUSED
  }
}
