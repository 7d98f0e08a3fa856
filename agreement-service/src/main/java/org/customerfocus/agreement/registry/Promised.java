package org.customerfocus.agreement.registry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agreement names of the registry.
public record Promised(
    UUID customerId,
    UUID providerPartyId,
    @Nullable UUID customerPartyId,
    List<UUID> coveredUserIds,
    List<UUID> requirementIds,
    List<UUID> offeringIds) {

  /// Which of it there is.
  ///
  /// @param customerParty whether the party that is named is the customer's, or none is named
  /// @param itself whether the provider is the customer's own party
  /// @param requirementIds those that matter to the customer itself or to a segment that it is in
  public record Known(
      boolean customer,
      boolean provider,
      boolean customerParty,
      boolean itself,
      List<UUID> coveredUserIds,
      List<UUID> requirementIds,
      List<UUID> offeringIds) {}
}
