package org.customerfocus.customer.competition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A competitor as it is answered.
@Schema(
    name = "CompetitorView",
    description =
        "A party that provides what our customers could turn to instead. Its customers are those"
            + " whose providerPartyId is its partyId.")
record CompetitorView(
    UUID id,
    UUID partyId,
    @Nullable UUID offeringId,
    @Nullable String market,
    @Nullable String notes,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Instant createdAt,
    Instant updatedAt) {

  static CompetitorView of(Competitor competitor) {
    CompetitorRequest as = competitor.asRequest();
    return new CompetitorView(
        competitor.id(),
        as.partyId(),
        as.offeringId(),
        as.market(),
        as.notes(),
        as.validFrom(),
        as.validTo(),
        competitor.createdAt(),
        competitor.updatedAt());
  }
}
