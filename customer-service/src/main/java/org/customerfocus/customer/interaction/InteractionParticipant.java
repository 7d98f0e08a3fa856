package org.customerfocus.customer.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One of those who took part.
@Schema(description = "One of those who took part in an interaction.")
record InteractionParticipant(
    @NotNull UUID partyId,
    @Size(min = 1, max = 100) @Schema(description = "As what.", examples = "caller")
        @Nullable String role) {}
