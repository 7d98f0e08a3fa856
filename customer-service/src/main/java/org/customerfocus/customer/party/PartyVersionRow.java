package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// One version of a party as it was answered.
@Entity
@Table(name = "party_version")
class PartyVersionRow extends TenantEntity {

  private UUID partyId;
  private long version;
  private Instant recordedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  private String snapshot;

  @SuppressWarnings("NullAway.Init")
  protected PartyVersionRow() {}

  PartyVersionRow(Party party, String snapshot) {
    this.partyId = party.id();
    this.version = party.version();
    this.recordedAt = party.updatedAt();
    this.snapshot = snapshot;
  }

  UUID partyId() {
    return partyId;
  }

  long version() {
    return version;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  String snapshot() {
    return snapshot;
  }
}
