package org.customerfocus.customer.competition;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A competitor as a client describes it.
@Schema(
    name = "CompetitorRequest",
    description = "A party that provides what our customers could turn to instead.")
record CompetitorRequest(
    @NotNull @Schema(description = "Who competes: a party like any other.") UUID partyId,
    @Schema(description = "Which of our offerings it competes with; absent for all.")
        @Nullable UUID offeringId,
    @Size(min = 1, max = 200) @Schema(description = "Where: a region, a trade, a channel.")
        @Nullable String market,
    @Size(min = 1, max = 5000) @Nullable String notes,
    @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it competes no more.")
        @Nullable LocalDate validTo) {}
