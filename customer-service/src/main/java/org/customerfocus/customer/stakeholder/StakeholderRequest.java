package org.customerfocus.customer.stakeholder;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A stakeholder as a client describes it.
@Schema(
    name = "StakeholderRequest",
    description = "A party with a stake in what we do; it need not use anything.")
record StakeholderRequest(
    @NotNull @Schema(description = "Who: a party like any other.") UUID partyId,
    @NotNull @Size(min = 1, max = 3) @Schema(description = "How they stand to us; at least one.")
        List<@NotNull StakeholderRelation> relations,
    @Schema(description = "The offering that their stake is in; absent for all.")
        @Nullable UUID offeringId,
    @Size(min = 1, max = 1000) @Schema(description = "What is at stake for them.")
        @Nullable String interest,
    @Schema(description = "How much is at stake for them.")
        @Nullable StakeholderLevel interestLevel,
    @Schema(description = "How much they can change.") @Nullable StakeholderLevel influenceLevel,
    @Size(min = 1, max = 2000) @Schema(description = "How we deal with them.")
        @Nullable String strategy,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which they have a stake no more.")
        @Nullable LocalDate validTo) {

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>(Validity.faults(validFrom, validTo, ""));
    Set<StakeholderRelation> named = EnumSet.noneOf(StakeholderRelation.class);
    for (int i = 0; i < relations.size(); i++) {
      if (!named.add(relations.get(i))) {
        faults.add(FieldError.at("/relations/" + i, "is named twice"));
      }
    }
    return faults;
  }
}
