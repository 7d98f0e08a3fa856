package org.customerfocus.customer.offering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An offering as a client describes it.
@Schema(description = "A product, program or service, described in the customer's words.")
record OfferingRequest(
    @NotBlank @Size(max = 200) @Schema(description = "What the customer calls it.") String name,
    @NotNull @Schema(description = "What kind of thing is offered.") OfferingKind kind,
    @Schema(description = "Where it is in its life; offered unless said otherwise.")
        @Nullable OfferingStatus status,
    @Size(max = 5000) @Schema(description = "What it does for the customer.")
        @Nullable String description) {}
