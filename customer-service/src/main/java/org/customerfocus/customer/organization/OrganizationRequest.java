package org.customerfocus.customer.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.party.PartyRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An organisation with its units and its people, registered in one call.
@Schema(
    name = "OrganizationRequest",
    description = "An organisation to register, with its units and its people.")
record OrganizationRequest(
    @NotNull @Valid PartyRequest party,
    @Size(max = 200) @Schema(description = "What it consists of.")
        @Nullable List<@NotNull @Valid UnitRequest> units,
    @Size(max = 200) @Schema(description = "Who belongs to it and who may sign for it.")
        @Nullable List<@NotNull @Valid PersonRequest> people) {

  /// A unit, with units of its own.
  @Schema(
      name = "OrganizationUnitRequest",
      description = "A unit of an organisation: new (party) or known (partyId).")
  record UnitRequest(
      @Valid @Nullable PartyRequest party,
      @Nullable UUID partyId,
      @Schema(description = "Since when it is a part.") @Nullable LocalDate validFrom,
      @Schema(description = "The first day on which it is a part no more.")
          @Nullable LocalDate validTo,
      @Size(max = 200) @Nullable List<@NotNull @Valid UnitRequest> units,
      @Size(max = 200) @Nullable List<@NotNull @Valid PersonRequest> people) {}
}
