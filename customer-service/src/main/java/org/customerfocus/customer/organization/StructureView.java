package org.customerfocus.customer.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.party.PartySummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The structure of an organisation as it is answered.
@Schema(
    name = "OrganizationStructureView",
    description = "What an organisation is a part of, and what it consists of, on a day.")
record StructureView(
    UUID partyId,
    @Schema(description = "The day of which it tells.") LocalDate asOf,
    @Schema(description = "Whether all units are here; false where depth or limit cut them.")
        boolean complete,
    @Schema(description = "What it is a part of, the nearest first.") List<Unit> above,
    @Schema(description = "The organisation itself, and its units, the nearest first.")
        List<Unit> units) {

  /// An organisation in the structure.
  @Schema(name = "OrganizationUnit", description = "An organisation within a structure.")
  record Unit(
      PartySummary party,
      @Schema(description = "What it is a part of here; absent for the organisation itself.")
          @Nullable UUID partOfPartyId,
      @Schema(description = "How many steps away; 0 for the organisation itself.") int distance,
      @Schema(description = "How many belong to this unit directly; not above.")
          @Nullable Long members,
      @Schema(description = "How many use what this unit is provided with; not above.")
          @Nullable Long users) {}
}
