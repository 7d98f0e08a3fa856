package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Customer extends VersionedEntity {

  private UUID partyId;
  private @Nullable UUID providerPartyId;
  private Lifecycle lifecycle;
  private @Nullable String lifecycleReason;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Customer() {}

  @SuppressWarnings("NullAway.Init")
  Customer(UUID partyId, @Nullable UUID providerPartyId, CustomerTerms terms, Instant now) {
    super(now);
    this.partyId = partyId;
    this.providerPartyId = providerPartyId;
    describe(terms);
  }

  void change(CustomerTerms terms, Instant now) {
    describe(terms);
    touch(now);
  }

  private void describe(CustomerTerms terms) {
    lifecycle = terms.lifecycle();
    lifecycleReason = terms.lifecycleReason();
    validFrom = terms.validFrom();
    validTo = terms.validTo();
  }

  UUID partyId() {
    return partyId;
  }

  @Nullable UUID providerPartyId() {
    return providerPartyId;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  @Nullable String lifecycleReason() {
    return lifecycleReason;
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }
}
