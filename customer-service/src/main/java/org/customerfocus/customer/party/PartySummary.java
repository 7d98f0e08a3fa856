package org.customerfocus.customer.party;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a party is called and what it is.
@Schema(name = "PartySummary", description = "A party in short.")
public record PartySummary(UUID id, PartyKind kind, String name) {

  public static PartySummary of(Party party) {
    return new PartySummary(party.id(), party.kind(), party.name());
  }
}
