package org.customerfocus.agreement.measurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The thing that was promised, in the customer's world.
@Schema(description = "The thing that was promised, in the customer's world.")
public record EntityReference(
    @Schema(description = "What kind of thing, such as flight.") @NotBlank @Size(max = 100)
        String type,
    @Schema(description = "Which one, as its source names it.") @NotBlank @Size(max = 200)
        String reference) {}
