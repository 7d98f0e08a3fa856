package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "party_identifier")
class PartyIdentifierRow extends PartyPartRow<PartyIdentifier> {

  private String scheme;
  private String value;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected PartyIdentifierRow() {}

  PartyIdentifierRow(UUID partyId, PartyIdentifier part, int place) {
    super(partyId, place);
    this.scheme = part.scheme();
    this.value = part.value();
    this.validFrom = part.validFrom();
    this.validTo = part.validTo();
  }

  @Override
  protected PartyIdentifier part() {
    return new PartyIdentifier(scheme, value, validFrom, validTo);
  }
}
