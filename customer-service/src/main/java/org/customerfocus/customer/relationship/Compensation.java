package org.customerfocus.customer.relationship;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the provider gets: money, or anything else of value to it.
@Schema(name = "Compensation", description = "What the provider gets for what it provides.")
record Compensation(
    @NotNull CompensationKind kind, @Size(max = 1000) @Nullable String description) {}
