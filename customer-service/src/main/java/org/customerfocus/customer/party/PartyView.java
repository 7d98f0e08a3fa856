package org.customerfocus.customer.party;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party as it is answered.
@Schema(name = "PartyView", description = "A person or an organisation.")
public record PartyView(
    UUID id,
    PartyKind kind,
    @Schema(description = "What the party is called: a person's names joined.") String name,
    @Nullable String givenName,
    @Nullable String familyName,
    List<ContactPoint> contactPoints,
    @Schema(description = "Values by the codes of attribute definitions.")
        @Nullable Map<String, Object> attributes,
    @Schema(description = "When what identified it was erased: what stays is a tombstone.")
        @Nullable Instant erasedAt,
    Instant createdAt,
    Instant updatedAt) {

  static PartyView of(
      Party party, List<ContactPoint> contactPoints, @Nullable Map<String, Object> attributes) {
    return new PartyView(
        party.id(),
        party.kind(),
        party.name(),
        party.givenName(),
        party.familyName(),
        contactPoints,
        attributes,
        party.erasedAt(),
        party.createdAt(),
        party.updatedAt());
  }
}
