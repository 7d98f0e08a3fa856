package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Customer extends VersionedEntity {

  private UUID partyId;
  private @Nullable UUID providerPartyId;
  private boolean providerImplied;
  private Lifecycle lifecycle;
  private @Nullable LifecycleReasonType lifecycleReasonType;
  private @Nullable String lifecycleReason;
  private @Nullable UUID switchedToPartyId;
  private @Nullable LocalDate lifecycleSince;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Customer() {}

  @SuppressWarnings("NullAway.Init")
  Customer(UUID partyId, Provider provider, CustomerTerms terms, Instant now) {
    super(now);
    this.partyId = partyId;
    this.providerPartyId = provider.partyId();
    this.providerImplied = provider.implied();
    describe(terms);
  }

  /// Whose customer somebody is.
  ///
  /// @param partyId null for the tenant's own organisation while no party stands for it
  /// @param implied whether nobody was named, so that it is the own organisation, whichever that is
  record Provider(@Nullable UUID partyId, boolean implied) {}

  /// @param lifecycleSince since when the present phase lasts; null in the first one
  void change(CustomerTerms terms, @Nullable LocalDate lifecycleSince, Instant now) {
    describe(terms);
    this.lifecycleSince = lifecycleSince;
    touch(now);
  }

  private void describe(CustomerTerms terms) {
    lifecycle = terms.lifecycle();
    lifecycleReasonType = terms.lifecycleReasonType();
    lifecycleReason = terms.lifecycleReason();
    switchedToPartyId = terms.switchedToPartyId();
    validFrom = terms.validFrom();
    validTo = terms.validTo();
  }

  UUID partyId() {
    return partyId;
  }

  @Nullable UUID providerPartyId() {
    return providerPartyId;
  }

  boolean providerImplied() {
    return providerImplied;
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  /// The terms, with the parts that lie in tables of their own; without attributes.
  CustomerTerms terms(
      List<CustomerRole> roles,
      List<UUID> offerings,
      List<Compensation> compensation,
      List<CustomerRef> externalRefs) {
    return new CustomerTerms(
        lifecycle,
        lifecycleReasonType,
        lifecycleReason,
        switchedToPartyId,
        lifecycleSince,
        roles,
        offerings,
        compensation,
        externalRefs,
        validFrom,
        validTo,
        null);
  }
}
