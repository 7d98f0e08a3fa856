package org.customerfocus.customer.supplychain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.party.PartySummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A supply chain as it is answered: the parties and the links between them.
@Schema(name = "SupplyChainView", description = "The parties of a supply chain and its links.")
record SupplyChainView(
    @Schema(description = "Where the chain is followed from.") UUID partyId,
    Direction direction,
    @Schema(description = "The day of which it tells.") LocalDate asOf,
    @Schema(description = "Whether nothing lies beyond; false where depth or limit cut it.")
        boolean complete,
    @Schema(description = "Whether any of the links lies on a circle.") boolean cyclic,
    @Schema(description = "Each once, the nearest first.") List<ChainParty> parties,
    @Schema(description = "Each once, the nearest first.") List<ChainLink> links) {

  /// A party of the chain.
  @Schema(name = "SupplyChainParty", description = "A party of a supply chain.")
  record ChainParty(
      PartySummary party,
      @Schema(description = "The least number of links from the first party, which has 0.")
          int distance,
      @Schema(
              description =
                  "Whether the chain ends here: downstream, a consumer. Absent where the limit cut"
                      + " the answer before that was known.")
          @Nullable Boolean end) {}

  /// A link of the chain.
  @Schema(
      name = "SupplyChainLink",
      description = "A customer relationship that was current on the day.")
  record ChainLink(
      UUID customerId,
      UUID providerPartyId,
      @Schema(description = "The customer.") UUID partyId,
      @Schema(description = "1 for the links of the first party.") int distance,
      @Schema(description = "The role types that the customer had on the day.") List<String> roles,
      @Schema(
              description =
                  "Whether a way leads from the customer back to the provider, over the links that"
                      + " are shown.")
          boolean inCycle) {}
}
