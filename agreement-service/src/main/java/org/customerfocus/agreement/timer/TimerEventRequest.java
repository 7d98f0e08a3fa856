package org.customerfocus.agreement.timer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.agreement.measurement.EntityReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What happens to a timer, as its source reports it.
@Schema(
    description =
        "What happens to the timer of one thing under one metric. Events may arrive in any order.")
public record TimerEventRequest(
    @Schema(description = "The system that reports it.") @NotBlank @Size(max = 100) String source,
    @Schema(description = "Its id there; a source reports each id once.") @NotBlank @Size(max = 200)
        String sourceId,
    @Schema(description = "A metric of type duration.") @NotNull UUID metricId,
    @NotNull @Valid EntityReference entity,
    @Schema(description = "The customer relationship that it was done for.")
        @Nullable UUID customerId,
    @Schema(description = "The offering that it belongs to.") @Nullable UUID offeringId,
    @Schema(description = "Whatever else it is selected by, such as terminal: A.")
        @Nullable
        @Size(max = 20)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String> dimensions,
    @Schema(description = "When it happened.") @NotNull Instant at,
    @NotNull TimerAction action) {

  public TimerEventRequest {
    dimensions = dimensions == null ? Map.of() : new TreeMap<>(dimensions);
    at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }
}
