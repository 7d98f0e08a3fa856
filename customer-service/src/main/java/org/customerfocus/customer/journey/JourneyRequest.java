package org.customerfocus.customer.journey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A journey as a client describes it.
@Schema(
    description =
        "What a customer goes through, in ordered stages of steps. It starts and ends with the"
            + " customer: the first and the last step are the customer's.")
record JourneyRequest(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 5000) @Nullable String description,
    @Schema(description = "The offering that it leads through.") @Nullable UUID offeringId,
    @Schema(description = "The customers who go through it; absent for all.")
        @Nullable UUID segmentId,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid JourneyStage> stages) {

  static final String CUSTOMERS =
      "must be customer: journeys and value streams start and end with the customer";

  /// What constraints on single fields cannot say.
  ///
  /// @param touchpoints those that exist
  List<FieldError> faults(Set<UUID> touchpoints) {
    List<FieldError> faults = new ArrayList<>();
    int lastStage = stages.size() - 1;
    int lastStep = stages.getLast().steps().size() - 1;
    for (int i = 0; i <= lastStage; i++) {
      for (int j = 0; j < stages.get(i).steps().size(); j++) {
        JourneyStage.JourneyStep step = stages.get(i).steps().get(j);
        String at = "/stages/%d/steps/%d".formatted(i, j);
        boolean end = i + j == 0 || (i == lastStage && j == lastStep);
        if (end && step.actor() != Actor.CUSTOMER) {
          faults.add(FieldError.at(at + "/actor", CUSTOMERS));
        }
        if (step.touchpointId() != null && !touchpoints.contains(step.touchpointId())) {
          faults.add(FieldError.at(at + "/touchpointId", Target.TOUCHPOINT.missing()));
        }
      }
    }
    return faults;
  }

  Set<UUID> touchpointIds() {
    return stages.stream()
        .flatMap(stage -> stage.steps().stream())
        .map(JourneyStage.JourneyStep::touchpointId)
        .filter(id -> id != null)
        .collect(Collectors.toSet());
  }
}
