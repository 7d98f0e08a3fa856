package org.customerfocus.customer.supplychain;

import java.util.UUID;

/// One link of a supply chain: a customer relationship that is current.
record Link(UUID customerId, UUID providerPartyId, UUID partyId) {}
