package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "postal_address")
class PostalAddressRow extends PartyPartRow<PostalAddress> {

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> lines;

  private @Nullable String postalCode;
  private @Nullable String locality;
  private @Nullable String region;
  private @Nullable String country;
  private @Nullable String purpose;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected PostalAddressRow() {}

  PostalAddressRow(UUID partyId, PostalAddress part, int place) {
    super(partyId, place);
    this.lines = part.lines();
    this.postalCode = part.postalCode();
    this.locality = part.locality();
    this.region = part.region();
    this.country = part.country();
    this.purpose = part.purpose();
    this.validFrom = part.validFrom();
    this.validTo = part.validTo();
  }

  @Override
  protected PostalAddress part() {
    return new PostalAddress(
        lines, postalCode, locality, region, country, purpose, validFrom, validTo);
  }
}
