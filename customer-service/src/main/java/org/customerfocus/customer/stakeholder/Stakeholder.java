package org.customerfocus.customer.stakeholder;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Stakeholder extends VersionedEntity {

  private UUID partyId;
  private @Nullable UUID offeringId;
  private @Nullable String interest;
  private @Nullable StakeholderLevel interestLevel;
  private @Nullable StakeholderLevel influenceLevel;
  private @Nullable String strategy;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Stakeholder() {}

  @SuppressWarnings("NullAway.Init")
  Stakeholder(StakeholderRequest request, Instant now) {
    super(now);
    describe(request);
  }

  void change(StakeholderRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(StakeholderRequest request) {
    partyId = request.partyId();
    offeringId = request.offeringId();
    interest = request.interest();
    interestLevel = request.interestLevel();
    influenceLevel = request.influenceLevel();
    strategy = request.strategy();
    validFrom = request.validFrom();
    validTo = request.validTo();
  }

  /// The request that would make this stakeholder: what a patch is applied to.
  StakeholderRequest asRequest(List<StakeholderRelation> relations) {
    return new StakeholderRequest(
        partyId,
        relations,
        offeringId,
        interest,
        interestLevel,
        influenceLevel,
        strategy,
        validFrom,
        validTo);
  }

  UUID partyId() {
    return partyId;
  }
}
