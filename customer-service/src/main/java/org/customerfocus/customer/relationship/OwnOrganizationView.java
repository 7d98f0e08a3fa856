package org.customerfocus.customer.relationship;

import java.util.UUID;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartySummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The tenant's own organisation.
@Schema(name = "OwnOrganizationView", description = "The party that stands for the tenant.")
record OwnOrganizationView(
    @Schema(description = "Absent until one is named.") @Nullable UUID partyId,
    @Nullable PartySummary party) {

  static OwnOrganizationView of(@Nullable Party party) {
    return new OwnOrganizationView(
        party == null ? null : party.id(), party == null ? null : PartySummary.of(party));
  }
}
