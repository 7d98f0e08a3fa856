package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "party_external_ref")
class ExternalRefRow extends PartyPartRow<ExternalRef> {

  private String scheme;
  private String value;

  @SuppressWarnings("NullAway.Init")
  protected ExternalRefRow() {}

  ExternalRefRow(UUID partyId, ExternalRef part, int place) {
    super(partyId, place);
    this.scheme = part.scheme();
    this.value = part.value();
  }

  @Override
  protected ExternalRef part() {
    return new ExternalRef(scheme, value);
  }
}
