package org.customerfocus.agreement.registry;

import java.util.List;
import java.util.UUID;

/// What an agreement names of the registry.
public record Promised(
    UUID customerId,
    UUID providerPartyId,
    List<UUID> coveredUserIds,
    List<UUID> requirementIds,
    List<UUID> offeringIds) {

  /// Which of it there is.
  ///
  /// @param requirementIds those that matter to the customer itself or to a segment that it is in
  public record Known(
      boolean customer,
      boolean provider,
      List<UUID> coveredUserIds,
      List<UUID> requirementIds,
      List<UUID> offeringIds) {}
}
