package org.customerfocus.customer.journey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stage of a journey, such as *before departure*, with its steps in order.
@Schema(description = "A stage of a journey, with its steps in order.")
record JourneyStage(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid JourneyStep> steps) {

  /// One step.
  @Schema(
      description = "What somebody does, and where customer and provider meet while it is done.")
  record JourneyStep(
      @NotNull @Schema(description = "Who takes the step.") Actor actor,
      @NotBlank @Size(max = 2000) @Schema(description = "What happens.") String description,
      @Schema(description = "Where they meet; absent for a step that the customer does not see.")
          @Nullable UUID touchpointId) {}
}
