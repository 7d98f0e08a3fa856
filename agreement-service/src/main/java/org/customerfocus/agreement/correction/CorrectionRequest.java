package org.customerfocus.agreement.correction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.customerfocus.agreement.measurement.MeasurementRequest;
import org.customerfocus.agreement.statechange.StateChangeRequest;
import org.customerfocus.agreement.timer.TimerEventRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was reported wrongly, and what is right.
@Schema(
    description =
        "What was reported wrongly, and what is right: retract: true takes it back; otherwise the"
            + " member of its kind is the whole report as it should have been. It is named by"
            + " reportId, or by source and sourceId.")
record CorrectionRequest(
    @NotNull CorrectionKind kind,
    @Schema(description = "The id of what is recorded.") @Nullable UUID reportId,
    @Nullable @Size(min = 1, max = 100) String source,
    @Nullable @Size(min = 1, max = 200) String sourceId,
    @Schema(description = "True takes it back: nothing counts it any more.")
        @Nullable Boolean retract,
    @Nullable @Valid MeasurementRequest measurement,
    @Nullable @Valid StateChangeRequest stateChange,
    @Nullable @Valid TimerEventRequest timerEvent,
    @Schema(description = "Why it was wrong.") @NotBlank @Size(max = 2000) String reason,
    @Schema(description = "Who decided.") @NotBlank @Size(max = 200) String author) {

  boolean isRetraction() {
    return Boolean.TRUE.equals(retract);
  }

  /// The report as it should have been, of its kind.
  @Nullable Object report() {
    return switch (kind) {
      case MEASUREMENT -> measurement;
      case STATE_CHANGE -> stateChange;
      case TIMER_EVENT -> timerEvent;
    };
  }

  /// The name of the member that [#report] is.
  String member() {
    return switch (kind) {
      case MEASUREMENT -> "measurement";
      case STATE_CHANGE -> "stateChange";
      case TIMER_EVENT -> "timerEvent";
    };
  }

  /// How many reports of any kind it has.
  int reports() {
    return (measurement == null ? 0 : 1)
        + (stateChange == null ? 0 : 1)
        + (timerEvent == null ? 0 : 1);
  }
}
