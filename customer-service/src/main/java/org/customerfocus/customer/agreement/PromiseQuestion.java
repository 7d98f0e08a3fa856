package org.customerfocus.customer.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a proposal names: asked about as a whole.
@Schema(hidden = true)
record PromiseQuestion(
    @NotNull UUID customerId,
    @NotNull UUID providerPartyId,
    @Nullable UUID customerPartyId,
    @NotNull @Size(max = 1000) List<@NotNull UUID> coveredUserIds,
    @NotNull @Size(max = 2000) List<@NotNull UUID> requirementIds,
    @NotNull @Size(max = 100) List<@NotNull UUID> offeringIds) {}
