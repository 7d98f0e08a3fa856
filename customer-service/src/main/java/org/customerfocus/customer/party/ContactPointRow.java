package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contact_point")
class ContactPointRow extends TenantEntity {

  private UUID partyId;
  private ContactType type;
  private String value;
  private @Nullable String purpose;
  private int place;

  @SuppressWarnings("NullAway.Init")
  protected ContactPointRow() {}

  ContactPointRow(UUID partyId, ContactPoint contact, int place) {
    this.partyId = partyId;
    this.type = contact.type();
    this.value = contact.value();
    this.purpose = contact.purpose();
    this.place = place;
  }

  UUID partyId() {
    return partyId;
  }

  int place() {
    return place;
  }

  ContactPoint contact() {
    return new ContactPoint(type, value, purpose);
  }
}
