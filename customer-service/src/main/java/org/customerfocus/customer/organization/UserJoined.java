package org.customerfocus.customer.organization;

import java.util.UUID;

/// A party uses, from some day on, what an organisation is provided with. Who keeps the customers
/// of the providers acts on it, within the same transaction.
public record UserJoined(UUID memberPartyId, UUID organizationPartyId) {}
