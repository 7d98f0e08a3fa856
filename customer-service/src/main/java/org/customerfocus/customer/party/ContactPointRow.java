package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contact_point")
class ContactPointRow extends PartyPartRow<ContactPoint> {

  private ContactType type;
  private String value;
  private @Nullable String purpose;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private @Nullable String verificationMethod;
  private @Nullable Instant verifiedAt;

  @SuppressWarnings("NullAway.Init")
  protected ContactPointRow() {}

  ContactPointRow(UUID partyId, ContactPoint part, int place) {
    super(partyId, place);
    this.type = part.type();
    this.value = part.value();
    this.purpose = part.purpose();
    this.validFrom = part.validFrom();
    this.validTo = part.validTo();
    ContactVerification verification = part.verification();
    if (verification != null) {
      this.verificationMethod = verification.method();
      this.verifiedAt = verification.verifiedAt();
    }
  }

  @Override
  protected ContactPoint part() {
    return new ContactPoint(
        type,
        value,
        null,
        purpose,
        validFrom,
        validTo,
        verificationMethod == null || verifiedAt == null
            ? null
            : new ContactVerification(verificationMethod, verifiedAt));
  }
}
