package org.customerfocus.customer.party;

import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.customerfocus.customer.recording.PlacedRow;

/// A row of something that a party has any number of, in their order.
@MappedSuperclass
abstract class PartyPartRow<T> extends PlacedRow<T> {

  private UUID partyId;

  @SuppressWarnings("NullAway.Init")
  protected PartyPartRow() {}

  PartyPartRow(UUID partyId, int place) {
    super(place);
    this.partyId = partyId;
  }

  UUID partyId() {
    return partyId;
  }

  @Override
  protected abstract T part();
}
