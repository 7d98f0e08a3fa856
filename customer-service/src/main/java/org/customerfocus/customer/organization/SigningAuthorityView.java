package org.customerfocus.customer.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signing authority as it is answered.
@Schema(
    name = "SigningAuthorityView",
    description = "That a person may sign for an organisation: for what, up to how much, and when.")
public record SigningAuthorityView(
    UUID id,
    UUID personPartyId,
    UUID organizationPartyId,
    String scope,
    @Nullable Money limit,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant createdAt,
    Instant updatedAt) {

  static SigningAuthorityView of(SigningAuthority authority) {
    return new SigningAuthorityView(
        authority.id(),
        authority.personPartyId(),
        authority.organizationPartyId(),
        authority.scope(),
        authority.limit(),
        authority.validFrom(),
        authority.validTo(),
        authority.createdAt(),
        authority.updatedAt());
  }
}
