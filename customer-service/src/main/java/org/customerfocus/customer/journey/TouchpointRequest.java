package org.customerfocus.customer.journey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A touchpoint as a client describes it.
@Schema(description = "A place or means by which customers meet the provider.")
record TouchpointRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Schema(description = "By which way they meet there.") Channel channel,
    @Schema(description = "The offering that it belongs to.") @Nullable UUID offeringId,
    @Size(max = 5000) @Nullable String description) {}
