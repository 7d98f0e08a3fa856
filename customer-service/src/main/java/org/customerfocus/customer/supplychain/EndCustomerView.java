package org.customerfocus.customer.supplychain;

import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.party.PartyKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An end customer as it is answered.
@Schema(name = "EndCustomerView", description = "A party that is a customer of a customer.")
record EndCustomerView(
    @Schema(description = "The party.") UUID id,
    PartyKind kind,
    String name,
    @Schema(description = "The customers whose customer it is, the first 50.")
        List<Through> through) {

  /// One way to an end customer.
  @Schema(name = "EndCustomerThrough", description = "Whose customer an end customer is.")
  record Through(
      @Schema(description = "The customer in between.") UUID partyId,
      @Schema(description = "The end customer's relationship with it.") UUID customerId) {}
}
