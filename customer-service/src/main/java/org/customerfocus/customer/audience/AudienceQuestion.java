package org.customerfocus.customer.audience;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which customers, and whom of each: every list that is there narrows, and in each any will do.
///
/// @param withinCustomerId the one customer whose people are asked for, if it belongs to the others
/// @param afterCustomerId the last row of the page before, together with `afterPartyId`
@Schema(hidden = true)
record AudienceQuestion(
    @Size(min = 1, max = 100) @Nullable List<@NotNull UUID> segmentIds,
    @Size(min = 1, max = 50) @Nullable List<@NotNull @Size(max = 60) String> roles,
    @Size(min = 1, max = 10) @Nullable List<@NotNull @Size(max = 20) String> lifecycles,
    @Size(min = 1, max = 10_000) @Nullable List<@NotNull UUID> customerIds,
    @Size(min = 1, max = 10_000) @Nullable List<@NotNull UUID> partyIds,
    @NotNull Through through,
    @Nullable UUID withinCustomerId,
    @Nullable UUID afterCustomerId,
    @Nullable UUID afterPartyId,
    @Min(1) @Max(1000) int limit) {}
