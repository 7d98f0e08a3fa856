package org.customerfocus.customer.competition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comparison as a client describes it.
@Schema(
    name = "CompetitorComparisonRequest",
    description = "Ours against theirs, about one requirement, on one scale.")
record CompetitorComparisonRequest(
    @NotNull UUID competitorId,
    @NotNull @Schema(description = "What is compared.") UUID requirementId,
    @Schema(description = "In whose eyes; absent for all customers together.")
        @Nullable UUID segmentId,
    @NotNull @Valid ComparisonScale scale,
    @NotNull @Valid ComparedScore ours,
    @NotNull @Valid ComparedScore theirs) {

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>(scale.faults());
    faults.addAll(ours.faults("/ours"));
    faults.addAll(theirs.faults("/theirs"));
    faults.addAll(scale.faults(ours, "/ours"));
    faults.addAll(scale.faults(theirs, "/theirs"));
    return faults;
  }

  List<Reference> references() {
    return List.of(
        new Reference(Target.COMPETITOR, competitorId, "/competitorId"),
        new Reference(Target.REQUIREMENT, requirementId, "/requirementId"),
        new Reference(Target.SEGMENT, segmentId, "/segmentId"));
  }
}
