package org.customerfocus.customer.competition;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Competitor extends VersionedEntity {

  private UUID partyId;
  private @Nullable UUID offeringId;
  private @Nullable String market;
  private @Nullable String notes;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Competitor() {}

  @SuppressWarnings("NullAway.Init")
  Competitor(CompetitorRequest request, Instant now) {
    super(now);
    describe(request);
  }

  void change(CompetitorRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(CompetitorRequest request) {
    partyId = request.partyId();
    offeringId = request.offeringId();
    market = request.market();
    notes = request.notes();
    validFrom = request.validFrom();
    validTo = request.validTo();
  }

  /// The request that would make this competitor: what a patch is applied to.
  CompetitorRequest asRequest() {
    return new CompetitorRequest(partyId, offeringId, market, notes, validFrom, validTo);
  }

  UUID partyId() {
    return partyId;
  }
}
