package org.customerfocus.agreement.statechange;

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

/// That something is in a state from a time on, as its source reports it.
@Schema(description = "In which state something is from a time on, until the next change.")
public record StateChangeRequest(
    @Schema(description = "The system that reports it.") @NotBlank @Size(max = 100) String source,
    @Schema(description = "Its id there; a source reports each id once.") @NotBlank @Size(max = 200)
        String sourceId,
    @Schema(description = "A metric of type time-ratio.") @NotNull UUID metricId,
    @NotNull @Valid EntityReference entity,
    @Schema(description = "The customer relationship that it was done for.")
        @Nullable UUID customerId,
    @Schema(description = "The offering that it belongs to.") @Nullable UUID offeringId,
    @Schema(description = "Whatever else it is selected by, such as terminal: A.")
        @Nullable
        @Size(max = 20)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String> dimensions,
    @Schema(description = "From when it is in this state.") @NotNull Instant at,
    @NotNull EntityState state) {

  public StateChangeRequest {
    dimensions = dimensions == null ? Map.of() : new TreeMap<>(dimensions);
    at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
  }
}
