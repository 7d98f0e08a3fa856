package org.customerfocus.customer.party;

import java.util.UUID;

/// A party is about to be deleted: whoever needs it refuses, in the same transaction.
public record PartyRemoved(UUID partyId) {}
