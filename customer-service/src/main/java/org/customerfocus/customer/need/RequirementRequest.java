package org.customerfocus.customer.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A requirement as a client describes it.
@Schema(
    name = "RequirementRequest",
    description = "What decides whether they leave satisfied: how it must be.")
record RequirementRequest(
    @NotBlank @Size(max = 500) @Schema(description = "In the customer's words.") String statement,
    @NotNull @Schema(description = "How they hold to it.") RequirementKind kind,
    @NotNull @Schema(description = "Whether they say so, or it shows in what they do.") Voice voice,
    @Schema(description = "What is offered that it is asked of.") @Nullable UUID offeringId,
    @Schema(description = "Where in their journey it shows.") @Nullable UUID touchpointId,
    @Size(min = 1, max = 500)
        @Schema(description = "By what they would tell that it is met: minutes of waiting.")
        @Nullable String measure,
    @Size(min = 1, max = 500) @Schema(description = "When it is met: at most ten.")
        @Nullable String target,
    @Size(max = 200) @Schema(description = "How much it matters, and to whom.")
        @Nullable List<@NotNull @Valid RequirementImportance> importances,
    @Size(max = 100) @Schema(description = "The needs that it belongs to.")
        @Nullable List<@NotNull UUID> needIds,
    @Size(max = 100) @Schema(description = "From what it is known.")
        @Nullable List<@NotNull @Valid Evidence> evidence) {

  RequirementRequest {
    importances = importances == null ? List.of() : importances;
    needIds = needIds == null ? List.of() : needIds;
    evidence = evidence == null ? List.of() : evidence;
  }

  RequirementParts parts() {
    return new RequirementParts(orEmpty(importances), orEmpty(needIds), orEmpty(evidence));
  }

  /// @param unknown the roles among those asked about that no role type has
  List<FieldError> faults(UnaryOperator<Set<String>> unknown) {
    List<FieldError> faults = new ArrayList<>();
    Set<Whose> named = new HashSet<>();
    Set<String> roles = new HashSet<>();
    for (RequirementImportance each : orEmpty(importances)) {
      if (each.role() != null) {
        roles.add(each.role());
      }
    }
    Set<String> absent = unknown.apply(roles);
    for (int i = 0; i < orEmpty(importances).size(); i++) {
      Whose whose = orEmpty(importances).get(i).whose();
      faults.addAll(whose.faults("/importances/" + i));
      if (!named.add(whose)) {
        faults.add(FieldError.at("/importances/" + i, "names the same as one before it"));
      }
      if (whose.role() != null && absent.contains(whose.role())) {
        faults.add(
            FieldError.at(
                "/importances/%d/role".formatted(i), Whose.NO_ROLE.formatted(whose.role())));
      }
    }
    Set<UUID> needs = new HashSet<>();
    for (int i = 0; i < orEmpty(needIds).size(); i++) {
      if (!needs.add(orEmpty(needIds).get(i))) {
        faults.add(FieldError.at("/needIds/" + i, "is named twice"));
      }
    }
    faults.addAll(Evidence.faults(evidence));
    return faults;
  }

  List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    references.add(new Reference(Target.OFFERING, offeringId, "/offeringId"));
    references.add(new Reference(Target.TOUCHPOINT, touchpointId, "/touchpointId"));
    for (int i = 0; i < orEmpty(importances).size(); i++) {
      references.addAll(orEmpty(importances).get(i).whose().references("/importances/" + i));
    }
    for (int i = 0; i < orEmpty(needIds).size(); i++) {
      references.add(new Reference(Target.NEED, orEmpty(needIds).get(i), "/needIds/" + i));
    }
    references.addAll(Evidence.references(evidence));
    return references;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
