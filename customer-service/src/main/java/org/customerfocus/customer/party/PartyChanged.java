package org.customerfocus.customer.party;

import java.util.UUID;

/// What is shown of a party has changed: its names, or the people it has. Resources that show it
/// raise their version, within the same transaction, so that no client keeps the old picture.
public record PartyChanged(UUID partyId) {}
