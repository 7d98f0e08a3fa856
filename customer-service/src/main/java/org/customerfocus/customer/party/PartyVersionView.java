package org.customerfocus.customer.party;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One version of a party.
@Schema(name = "PartyVersionView", description = "A party as it was recorded at one time.")
record PartyVersionView(
    UUID id,
    @Schema(description = "The version that its ETag named.") long version,
    Instant recordedAt,
    PartyView party) {}
