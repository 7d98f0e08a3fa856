package org.customerfocus.customer.party;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// A row of something that a party has any number of, in their order.
@MappedSuperclass
abstract class PartyPartRow<T> extends TenantEntity {

  private UUID partyId;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected PartyPartRow() {}

  PartyPartRow(UUID partyId, int place) {
    this.partyId = partyId;
    this.place = place;
  }

  UUID partyId() {
    return partyId;
  }

  int place() {
    return place;
  }

  abstract T part();
}
