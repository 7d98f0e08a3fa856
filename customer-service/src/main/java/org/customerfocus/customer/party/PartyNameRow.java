package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "party_other_name")
class PartyNameRow extends PartyPartRow<PartyName> {

  private PartyNameType type;
  private String name;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected PartyNameRow() {}

  PartyNameRow(UUID partyId, PartyName part, int place) {
    super(partyId, place);
    this.type = part.type();
    this.name = part.name();
    this.validFrom = part.validFrom();
    this.validTo = part.validTo();
  }

  @Override
  protected PartyName part() {
    return new PartyName(type, name, validFrom, validTo);
  }
}
