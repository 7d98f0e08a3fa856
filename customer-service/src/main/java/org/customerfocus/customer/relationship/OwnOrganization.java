package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;

/// The party that stands for the tenant.
@Entity
class OwnOrganization extends VersionedEntity {

  private UUID partyId;

  @SuppressWarnings("NullAway.Init")
  protected OwnOrganization() {}

  OwnOrganization(UUID partyId, Instant now) {
    super(now);
    this.partyId = partyId;
  }

  void become(UUID party, Instant now) {
    partyId = party;
    touch(now);
  }

  UUID partyId() {
    return partyId;
  }
}
